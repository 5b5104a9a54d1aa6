import { setupServer } from 'msw/node';
import {
  embeddedTargets,
  mockAuthorizationServer,
  type EmbeddedTarget,
  type MockAuthorizationServer,
  type MockOptions,
  type Mutant,
  type Profile,
} from '../../mocks/index.js';
import { catalogue } from '../catalogue/features.js';
import { suite } from '../package-root.js';
import type { Stage } from '../run/stage.js';
import type { Capability } from '../run/run.js';
import { policyFor } from '../target/policy.js';
import { profileNames } from '../target/profiles.js';
import type { Clock } from '../target/clock.js';
import type { RegisteredClient, Target, TargetPolicy } from '../target/target.js';
import { axiosTransport } from '../wire/axios-transport.js';
import { directAdapter } from '../wire/direct-adapter.js';
import { socketFrames, socketRace } from '../wire/raw.js';
import { Recorder } from '../wire/recorder.js';
import { directTransport, type Transport } from '../wire/transport.js';
import { createWire } from '../wire/wire.js';
import { tokenEndpointOf } from './endpoint-of-profile.js';
import { redactions } from './redactions.js';
import type { Staging } from './staging.js';

export interface EmbeddedOptions {
  /** Seconds. */
  readonly timeout: number;
  /**
   * How requests reach the mock: intercepted by MSW below axios, handed to its core by an adapter of axios, or by nobody;
   * MSW alone leaves those of a race to sockets.
   */
  readonly by?: 'msw' | 'axios' | 'direct';
  /** Where the exchanges are kept; one of its own unless said. */
  readonly recorder?: Recorder;
  readonly mutants?: readonly (Mutant | string)[];
  /** What the target file says of a mock that is not as the others. */
  readonly described?: (target: EmbeddedTarget) => EmbeddedTarget;
  /** Where the mock remembers; in this process unless said. */
  readonly store?: MockOptions['store'];
}

const extensionGrant = 'urn:druid:oauth2:grant-type:code_challenge';

/**
 * Loopback, where http is lawful and cheaper to intercept, each profile on a port that nobody listens on; one profile on
 * https, for the rules that are about TLS.
 */
function issuerOf(profile: Profile): string {
  return profile === 'oidc' ? 'https://as.mock.example' : `http://localhost:${4001 + profileNames.indexOf(profile)}`;
}

/** A mock in this process on a virtual clock for each profile; races, which need sockets, go to a loopback listener of the same mock. */
export async function embeddedStages(profiles: readonly string[], options: EmbeddedOptions): Promise<Staging> {
  const { recorder = new Recorder() } = options;
  const { mocks, close } = await embeddedMocks(profiles, options);
  const stages = mocks.map((mock) => embeddedStage(mock, recorder, options));
  return {
    stages,
    runs: 50,
    digests: {},
    ...redactions(
      recorder,
      stages.map(({ target }) => target),
    ),
    close,
  };
}

/** A mock of one profile, and the way to it. */
export interface EmbeddedMock {
  readonly profile: Profile;
  readonly issuer: string;
  readonly as: MockAuthorizationServer;
  /** Where it listens as well. */
  readonly url: string;
  readonly transport: Transport;
}

/** The mocks alone, reached in the way that the options name. */
export async function embeddedMocks(
  profiles: readonly string[],
  options: EmbeddedOptions,
): Promise<{ readonly mocks: readonly EmbeddedMock[]; readonly close: () => Promise<void> }> {
  const { by = 'msw', mutants = [], store } = options;
  const wanted = (profiles.length > 0 ? profiles : availableProfiles()) as readonly Profile[];
  const listening = await Promise.all(
    wanted.map(async (profile) => {
      const issuer = issuerOf(profile);
      const as = mockAuthorizationServer({
        issuer,
        profiles: [profile],
        clock: 'manual',
        mutants,
        challengeGrantType: extensionGrant,
        ...(store === undefined ? {} : { store }),
      });
      const listener = await as.listen();
      return { mock: { profile, issuer, as, url: listener.url, transport: transports[by](as) }, listener };
    }),
  );
  const mocks = listening.map(({ mock }) => mock);
  const interception = by === 'msw' ? setupServer(...mocks.flatMap(({ as }) => as.handlers)) : undefined;
  interception?.listen({ onUnhandledFrame: 'bypass' });
  return {
    mocks,
    close: async () => {
      interception?.close();
      for (const { listener } of listening) await listener.close();
    },
  };
}

const userAgent = `${suite.name}/${suite.version}`;

const transports: Readonly<Record<NonNullable<EmbeddedOptions['by']>, (as: MockAuthorizationServer) => Transport>> = {
  msw: () => axiosTransport({ userAgent, direct: true }),
  axios: (as) => axiosTransport({ userAgent, direct: true, adapter: directAdapter(as.respond) }),
  direct: (as) => directTransport(as.respond),
};

function embeddedStage({ profile, issuer, as, url, transport }: EmbeddedMock, recorder: Recorder, options: EmbeddedOptions): Stage {
  const { timeout, by = 'msw', described = (target: EmbeddedTarget): EmbeddedTarget => target } = options;
  const clock: Clock = { now: () => as.clock.now(), advance: (ms) => as.clock.advance(ms) };
  const sockets = { userAgent, connectTo: () => url, settlingMs: 1 };
  const wire = createWire({
    transport,
    ...(by === 'msw' ? { race: socketRace(sockets) } : {}),
    sendFrame: socketFrames(sockets),
    clock,
    recorder,
    timeoutMs: timeout * 1000,
  });
  const target = { ...targetOf(described(embeddedTargets(issuer)[profile])), name: 'the mock in this process' };
  return {
    profile,
    target,
    tokenEndpoint: tokenEndpointOf(profile, target),
    furtherClients: otherTypes(target.clients),
    clock,
    capabilities: declaredCapabilities(target),
    openWire: () => wire.forScenario(),
  };
}

/** One client of each type beside the first: the mock decides alike for all of a type. */
function otherTypes(clients: readonly RegisteredClient[]): readonly RegisteredClient[] {
  const types = clients.map(({ type }) => type);
  return clients.filter((_, index) => index > 0 && types.indexOf(types[index] ?? 'public') === index);
}

/** The profiles that have rules. */
function availableProfiles(): readonly string[] {
  const stated = new Set(catalogue().rules.flatMap((rule) => rule.profiles));
  return profileNames.filter((name) => stated.has(name));
}

function targetOf({ clients, policy, profiles: [profile], ...rest }: EmbeddedTarget): Target {
  const grantType = profile === 'challenge-code-token' ? { grant_type: extensionGrant } : {};
  return {
    ...rest,
    profiles: profile === undefined ? [] : [profile],
    clients: clients.map(clientOf),
    login: { driver: 'automatic' },
    authorization_parameters: {},
    policy: policyFor(profile ?? '', { ...(policy as Partial<TargetPolicy>), ...grantType }),
    insecure_http: false,
    browser_client: true,
  };
}

function clientOf(entry: EmbeddedTarget['clients'][number]): RegisteredClient {
  const method = entry.token_endpoint_auth_method ?? 'none';
  return {
    client_id: entry.client_id,
    ...(entry.client_secret === undefined ? {} : { client_secret: entry.client_secret }),
    token_endpoint_auth_method: method,
    method_declared: entry.token_endpoint_auth_method !== undefined,
    type: method === 'none' ? 'public' : 'confidential',
    redirect_uris: entry.redirect_uris ?? [],
    application_type: entry.application_type ?? 'web',
    ...(entry.require_pushed_authorization_requests === true ? { require_pushed_authorization_requests: true } : {}),
  };
}

function declaredCapabilities({ capabilities }: Target): readonly Capability[] {
  const declared = Object.entries(capabilities).map(([name, value]): Capability => ({ name, value: value === true, by: 'declared' }));
  return [...declared, { name: 'metadata', value: true, by: 'metadata' }, { name: 'jwks', value: true, by: 'metadata' }];
}
