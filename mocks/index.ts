import type { RequestHandler } from 'msw';
import type { Respond } from '../support/protocol/http.js';
import { clientFrom, type ClientEntry } from './authorization-server/client.js';
import { mockClock, type MockClock } from './authorization-server/clock.js';
import { controlOf } from './authorization-server/control.js';
import { coreOf } from './authorization-server/core.js';
import { exchangeRing, type MockExchange } from './authorization-server/exchanges.js';
import type { Fault } from './authorization-server/fault.js';
import { faultList } from './authorization-server/faults.js';
import { policiesWith } from './authorization-server/mutant.js';
import { presetClients } from './authorization-server/presets.js';
import { isRfcProfile } from './authorization-server/profile.js';
import type { AuthorizationServer } from './authorization-server/server.js';
import { StoreUnreachable, type Store } from './authorization-server/store.js';
import { fetchFrom } from './fetch.js';
import { listenWith, type Listener, type ListenOptions } from './listen.js';
import { handlersFrom } from './msw.js';
import { loadMutant, mutantIds } from './mutants/load.js';
import { checkOptions, WrongMockOption } from './option-checks.js';
import type { MockOptions } from './options.js';
import { memoryStore } from './stores/memory.js';

export { embeddedTargets, type EmbeddedTarget } from './authorization-server/embedded-targets.js';
export { mutant, type Mutant } from './authorization-server/mutant.js';
export { profiles, type Profile } from './authorization-server/profile.js';
export { redisStore } from './stores/redis.js';
export { loadMutant, mutantIds, StoreUnreachable, WrongMockOption };
export type { ClientEntry, Fault, Listener, MockClock, MockExchange, MockOptions, Store };

/** An authorization server that is exactly right, or exactly wrong in the ways it was asked for. */
export interface MockAuthorizationServer {
  readonly issuer: string;
  /** For Mock Service Worker: `setupServer(...handlers)`. */
  readonly handlers: RequestHandler[];
  readonly fetch: (input: string | URL | Request, init?: RequestInit) => Promise<Response>;
  readonly respond: Respond;
  /** Listens on a port, on loopback unless said; without an issuer of its own the mock takes the URL for one. Rejects where the port is taken or the store cannot be reached. */
  listen(options?: ListenOptions): Promise<Listener>;
  readonly clock: MockClock;
  /** The last 1,000 exchanges, the oldest first. */
  readonly exchanges: readonly MockExchange[];
  readonly faults: { add(fault: Fault): void; clear(): void };
  /** Forgets codes, tokens, registered clients, exchanges and faults; the clock stays where it is. */
  reset(): void;
  /** Ends the connections of the store, where it has any; listeners are closed on their own. */
  close(): Promise<void>;
}

/** Throws a RangeError that names the option where one is unknown or cannot be meant so, a mutant id that does not exist among them. */
export function mockAuthorizationServer(options: MockOptions = {}): MockAuthorizationServer {
  checkOptions(options);
  const clock = mockClock(options.clock ?? 'real');
  const store = (options.store ?? memoryStore)(clock.now);
  const profiles = options.profiles ?? [options.profile ?? 'rfc9700'];
  const primary = profiles[0] ?? 'rfc9700';
  let issuer = options.issuer ?? 'https://as.example';
  const entries =
    options.clients?.map((entry) => clientFrom(entry, primary)) ??
    profiles.flatMap((profile) => presetClients[profile].map((entry) => clientFrom(entry, profile)));
  const server: AuthorizationServer = {
    get issuer() {
      return issuer;
    },
    now: clock.now,
    store,
    clients: new Map(entries.map((client) => [client.client_id, client])),
    policies: policiesWith((options.mutants ?? []).map((each) => (typeof each === 'string' ? loadMutant(each) : each))),
    profiles,
    primary,
    primaryRfc: profiles.find(isRfcProfile) ?? 'rfc9700',
    proof: { carrier: options.proof?.carrier ?? 'form', name: options.proof?.name ?? 'code_verifier' },
    challengeGrantType: options.challengeGrantType,
    initialAccessToken: options.initialAccessToken,
    approval: options.approval ?? 'automatic',
  };
  const exchanges = exchangeRing();
  const faults = faultList();
  const reset = (): void => {
    void Promise.resolve(store.clear()).catch((failure: unknown) =>
      process.emitWarning(`The store could not be cleared: ${String(failure)}`),
    );
    exchanges.clear();
    faults.clear();
  };
  const respond = coreOf(server, exchanges, faults, options.control ? controlOf(clock, faults, exchanges, reset) : undefined);
  return {
    get issuer() {
      return issuer;
    },
    get handlers() {
      return handlersFrom(respond, issuer);
    },
    fetch: fetchFrom(respond),
    respond,
    async listen(where) {
      await store.reach?.();
      const listener = await listenWith(respond, where, options.issuer?.startsWith('https:') ? 'https' : 'http');
      if (options.issuer === undefined) issuer = listener.url;
      return listener;
    },
    clock,
    get exchanges() {
      return exchanges.all();
    },
    faults,
    reset,
    async close() {
      await store.close?.();
    },
  };
}
