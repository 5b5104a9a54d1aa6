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
import { socketFrames, socketRace } from '../wire/raw.js';
import { Recorder } from '../wire/recorder.js';
import { directTransport } from '../wire/transport.js';
import { createWire } from '../wire/wire.js';
import { tokenEndpointOf } from './endpoint-of-profile.js';
import { redactions } from './redactions.js';
import type { Staging } from './staging.js';

export interface EmbeddedOptions {
  /** Seconds. */
  readonly timeout: number;
  /** How requests reach the mock: intercepted by MSW below axios, or handed to its core, those of a race too. */
  readonly by?: 'msw' | 'direct';
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
  const wanted = (profiles.length > 0 ? profiles : availableProfiles()) as readonly Profile[];
  const recorder = new Recorder();
  const mocks = await Promise.all(wanted.map((profile) => embeddedStage(profile, recorder, options)));
  const stages = mocks.map(({ stage }) => stage);
  const interception = options.by === 'direct' ? undefined : setupServer(...mocks.flatMap(({ handlers }) => handlers));
  interception?.listen({ onUnhandledFrame: 'bypass' });
  return {
    stages,
    runs: 50,
    digests: {},
    ...redactions(
      recorder,
      stages.map(({ target }) => target),
    ),
    close: async () => {
      interception?.close();
      for (const { close } of mocks) await close();
    },
  };
}

async function embeddedStage(
  profile: Profile,
  recorder: Recorder,
  { timeout, by = 'msw', mutants = [], described = (target) => target, store }: EmbeddedOptions,
): Promise<{ stage: Stage; handlers: MockAuthorizationServer['handlers']; close: () => Promise<void> }> {
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
  const userAgent = `${suite.name}/${suite.version}`;
  const clock: Clock = { now: () => as.clock.now(), advance: (ms) => as.clock.advance(ms) };
  const sockets = { userAgent, connectTo: () => listener.url, settlingMs: 1 };
  const wire = createWire({
    transport: by === 'msw' ? axiosTransport({ userAgent, direct: true }) : directTransport(as.respond),
    ...(by === 'msw' ? { race: socketRace(sockets) } : {}),
    sendFrame: socketFrames(sockets),
    clock,
    recorder,
    timeoutMs: timeout * 1000,
  });
  const target = { ...targetOf(described(embeddedTargets(issuer)[profile])), name: 'the mock in this process' };
  const stage: Stage = {
    profile,
    target,
    tokenEndpoint: tokenEndpointOf(profile, target),
    furtherClients: otherTypes(target.clients),
    clock,
    capabilities: declaredCapabilities(target),
    openWire: () => wire.forScenario(),
  };
  return { stage, handlers: by === 'msw' ? as.handlers : [], close: () => listener.close() };
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
