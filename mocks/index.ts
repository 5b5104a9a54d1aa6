import type { RequestHandler } from 'msw';
import type { Respond } from '../support/protocol/http.js';
import { clientFrom, type ClientEntry } from './authorization-server/client.js';
import { mockClock, type MockClock } from './authorization-server/clock.js';
import { controlOf } from './authorization-server/control.js';
import { coreOf } from './authorization-server/core.js';
import { exchangeRing, type MockExchange } from './authorization-server/exchanges.js';
import { faultList, type Fault } from './authorization-server/faults.js';
import { policiesWith, type Mutant } from './authorization-server/mutant.js';
import type { ProofCarrier } from './authorization-server/policy/challenge-code-token.js';
import { presetClients } from './authorization-server/presets.js';
import { isRfcProfile, type Profile } from './authorization-server/profile.js';
import type { AuthorizationServer } from './authorization-server/server.js';
import { StoreUnreachable, type Store } from './authorization-server/store.js';
import { fetchFrom } from './fetch.js';
import { listenWith, type Listener, type ListenOptions } from './listen.js';
import { handlersFrom } from './msw.js';
import { loadMutant, mutantIds } from './mutants/load.js';
import { checkOptions, WrongMockOption } from './option-checks.js';
import { memoryStore } from './stores/memory.js';

export { embeddedTargets, type EmbeddedTarget } from './authorization-server/embedded-targets.js';
export { mutant, type Mutant } from './authorization-server/mutant.js';
export { profiles, type Profile } from './authorization-server/profile.js';
export { redisStore } from './stores/redis.js';
export { loadMutant, mutantIds, StoreUnreachable, WrongMockOption };
export type { ClientEntry, Fault, Listener, MockClock, MockExchange, Store };

export interface MockOptions {
  /** An origin, with a path or without, and no slash at the end. `https://as.example` unless said, or the URL where the mock comes to listen. */
  readonly issuer?: string;
  /** What the mock is right by; `rfc9700` unless said. Of several, the first speaks in the metadata. */
  readonly profile?: Profile;
  readonly profiles?: readonly Profile[];
  /** The clients it knows; those of `presetClients` unless said. */
  readonly clients?: readonly ClientEntry[];
  /** `manual` stands still until it is advanced; `real`, the default, goes by itself. */
  readonly clock?: 'manual' | 'real';
  /** Misbehaviours, as objects or by id. */
  readonly mutants?: readonly (Mutant | string)[];
  /** Where it remembers; in this process unless said. Gets the clock the entries age on, in milliseconds. */
  readonly store?: (now: () => number) => Store;
  /** Whether `/_mock/` steers it over HTTP. */
  readonly control?: boolean;
  /** How the resource of the Challenge Code Token takes the verifier; the form field `code_verifier` unless said. */
  readonly proof?: { readonly carrier?: ProofCarrier; readonly name?: string };
  /** The grant_type a Challenge Code Token request has to name. */
  readonly challengeGrantType?: string;
  /** What a client has to show to register itself (RFC 7591 §3). */
  readonly initialAccessToken?: string;
  /** `form` shows a page with an Approve button; `automatic`, the default, approves by itself. */
  readonly approval?: 'automatic' | 'form';
}

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
