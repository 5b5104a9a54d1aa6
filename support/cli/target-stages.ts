import { discover, type Discovery } from '../discovery/discover.js';
import { obligedToPush } from '../discovery/obliged-to-push.js';
import { registrationEndpointIn } from '../discovery/endpoints.js';
import { registerClients, unregister } from '../discovery/registration.js';
import { suite } from '../package-root.js';
import { capabilitiesOf } from '../probe/capabilities.js';
import type { Stage } from '../run/judge-server.js';
import { wallClock, type Clock } from '../target/clock.js';
import { completeTarget, missingEndpoints } from '../target/complete-target.js';
import type { TargetDraft } from '../target/draft.js';
import { describeFault } from '../target/fault.js';
import type { ProfileName } from '../target/profiles.js';
import { readTarget } from '../target/read-target.js';
import { isUrl, targetFromUrl } from '../target/target-from-url.js';
import type { RegisteredClient } from '../target/target.js';
import { axiosTransport } from '../wire/axios-transport.js';
import type { Answer, Failure, SentRequest } from '../wire/exchange.js';
import { socketFrames, socketRace } from '../wire/raw.js';
import { Recorder } from '../wire/recorder.js';
import type { Transport } from '../wire/transport.js';
import { createWire } from '../wire/wire.js';
import { tokenEndpointOf } from './endpoint-of-profile.js';
import { redactions } from './redactions.js';
import { remoteClock } from './remote-clock.js';
import type { Staging } from './staging.js';
import { UsageError } from './usage-error.js';

export interface TargetOptions {
  /** Seconds. */
  readonly timeout: number;
  /** Requests a second. */
  readonly rate?: number;
}

/** A server that a target file or a URL names: discovered, registered with where that is asked for, and probed. */
export async function targetStages(argument: string, profiles: readonly string[], options: TargetOptions): Promise<Staging> {
  const draft = await draftOf(argument, profiles as readonly ProfileName[]);
  const timeoutMs = options.timeout * 1000;
  const socket = { userAgent: `${suite.name}/${suite.version}`, ...(draft.ca_file === undefined ? {} : { caFile: draft.ca_file }) };
  const transport = transportFor(socket, draft);
  const ask = (request: SentRequest): Promise<Answer | Failure> => transport(request, { timeoutMs });

  const discovery = await discovered(draft, ask);
  const clients = draft.registration === undefined ? draft.clients : await registered(argument, draft, discovery, ask);
  const recorder = new Recorder();
  const clock: Clock = draft.clock === undefined ? wallClock : await remoteClock(draft.clock.advance_url, ask);
  const wire = createWire({
    transport,
    race: socketRace(socket),
    sendFrame: socketFrames(socket),
    clock,
    recorder,
    timeoutMs,
    ...(options.rate === undefined ? {} : { rate: options.rate }),
  });
  const stages = await Promise.all(
    draft.profiles.map(async (profile): Promise<Stage> => {
      const target = obligedToPush(completeTarget(draft, discovery?.endpoints ?? {}, clients, profile), discovery?.metadata);
      refuseMissingEndpoints(argument, { ...target, profiles: [profile] }, discovery);
      const furtherClients = profile === 'challenge-code-token' ? [] : target.clients.slice(1);
      const scene = { target, tokenEndpoint: tokenEndpointOf(profile, target), openWire: () => wire.forScenario() };
      const capabilities =
        profile === 'challenge-code-token' || profile === 'pkce-access-token'
          ? []
          : await capabilitiesOf({ ...scene, ...(discovery?.metadata ? { metadata: discovery.metadata } : {}) });
      return { ...scene, furtherClients, profile, clock, capabilities };
    }),
  );
  return {
    stages,
    runs: 25,
    ...redactions(
      recorder,
      stages.map(({ target }) => target),
    ),
    close: async () => {
      if (draft.registration !== undefined) await unregister(clients, ask);
    },
  };
}

async function draftOf(argument: string, profiles: readonly ProfileName[]): Promise<TargetDraft> {
  const wanted = profiles.length > 0 ? { profiles } : {};
  const parsed = isUrl(argument)
    ? targetFromUrl(argument, wanted.profiles)
    : await readTarget(argument, { environment: process.env, ...wanted });
  if ('target' in parsed) return parsed.target;
  throw new UsageError(parsed.faults.map(describeFault).join('\n'));
}

function transportFor(socket: { userAgent: string; caFile?: string }, { ca_file }: TargetDraft): Transport {
  try {
    return axiosTransport(socket);
  } catch (error) {
    throw new UsageError(`ca_file ${ca_file ?? ''}: ${error instanceof Error ? error.message : String(error)}`);
  }
}

async function discovered(draft: TargetDraft, ask: (request: SentRequest) => Promise<Answer | Failure>): Promise<Discovery | undefined> {
  return draft.issuer === undefined ? undefined : discover(draft.issuer, ask, { insecure_http: draft.insecure_http });
}

async function registered(
  argument: string,
  draft: TargetDraft,
  discovery: Discovery | undefined,
  ask: (request: SentRequest) => Promise<Answer | Failure>,
): Promise<readonly RegisteredClient[]> {
  const trust = { insecure_http: draft.insecure_http };
  if (discovery?.document === undefined) throw new UsageError(`${argument}: ${told(discovery)}`, 3);
  const endpoint = registrationEndpointIn(discovery.document, trust);
  if (endpoint === undefined) {
    throw new UsageError(
      `${argument}: the server's metadata names no registration_endpoint, so clients have to be named in a target file.\nBegin one with: pkce-conformance init ${draft.issuer ?? argument}`,
    );
  }
  const { clients, refused } = await registerClients(
    {
      endpoint,
      profiles: draft.profiles,
      ...trust,
      ...(draft.scope === undefined ? {} : { scope: draft.scope }),
      ...(draft.registration?.initial_access_token === undefined ? {} : { initial_access_token: draft.registration.initial_access_token }),
      ...(discovery.metadata?.token_endpoint_auth_methods_supported
        ? { auth_methods: discovery.metadata.token_endpoint_auth_methods_supported }
        : {}),
      ...(discovery.metadata?.grant_types_supported ? { grant_types: discovery.metadata.grant_types_supported } : {}),
    },
    ask,
  );
  if (clients.length === 0)
    throw new UsageError(`${argument}: no client could be registered at ${endpoint}: ${refused[0]?.text ?? 'no reason was given'}`, 3);
  return clients;
}

function refuseMissingEndpoints(argument: string, target: Parameters<typeof missingEndpoints>[0], discovery: Discovery | undefined): void {
  const missing = missingEndpoints(target);
  if (missing.length === 0) return;
  throw new UsageError(
    `${argument}: no ${missing.map((name) => `endpoints.${name}`).join(' and no ')}: ${told(discovery)}\nName it in the target file under endpoints.`,
    discovery?.document === undefined && discovery !== undefined ? 3 : 2,
  );
}

function told(discovery: Discovery | undefined): string {
  if (discovery === undefined) return 'no issuer is named from which it could be discovered.';
  if (discovery.document !== undefined) return `the metadata at ${discovery.url ?? ''} does not name it.`;
  return `no metadata was found. Tried ${discovery.tried.map(({ url, outcome }) => `${url} (${outcome})`).join(', ')}.`;
}
