import { discover, type Discovery } from '../discovery/discover.js';
import { memberOfEndpoint, revocationEndpointIn } from '../discovery/endpoints.js';
import { obligedToPush } from '../discovery/obliged-to-push.js';
import { unregister } from '../discovery/registration.js';
import { capabilitiesOf, concurrencyOf, tokenConcurrencyOf } from '../probe/capabilities.js';
import type { Stage } from '../run/stage.js';
import { isUrl } from '../target/target-from-url.js';
import { quoted } from '../target/fault.js';
import type { Places } from '../target/places.js';
import { completeTarget, missingEndpoints } from '../target/complete-target.js';
import type { TargetDraft } from '../target/draft.js';
import type { RegisteredClient } from '../target/target.js';
import { discoveryTold } from './discovery-told.js';
import { digestOf, targetDigest } from './digests.js';
import { tokenEndpointOf } from './endpoint-of-profile.js';
import { refuseForeign } from './foreign-issuer.js';
import { namedTarget } from './named-target.js';
import { redactions } from './redactions.js';
import { registeredClients } from './registered-clients.js';
import type { Staging } from './staging.js';
import { UsageError } from './usage-error.js';
import { wayToServer, type WayOptions, type WayToServer } from './way-to-server.js';

/** A server that a target file or a URL names: discovered, registered with where that is asked for, and probed. */
export async function targetStages(argument: string, profiles: readonly string[], options: WayOptions): Promise<Staging> {
  const { draft, places } = await namedTarget(argument, profiles);
  const way = await wayToServer(draft, places, options);
  const discovery = draft.issuer === undefined ? undefined : await discover(draft.issuer, way.ask, { insecure_http: draft.insecure_http });
  const say = options.say ?? (() => undefined);
  tellDiscovery(discovery, say);
  const registration =
    draft.registration === undefined ? undefined : await registeredClients(argument, draft, discovery, { places, ask: way.ask });
  for (const { type, text } of registration?.refused ?? []) say(`the server registered no further ${type} client: ${text}`);
  const clients = registration?.clients ?? draft.clients;
  const leave = (): Promise<void> => takeLeave(draft, discovery, clients, way, say);
  try {
    const stages = await stagesOf(argument, draft, { discovery, clients, way, places });
    return {
      stages,
      runs: 25,
      digests: {
        ...(isUrl(argument) ? {} : { target: targetDigest(draft) }),
        ...(discovery?.document === undefined ? {} : { metadata: digestOf(discovery.document) }),
      },
      limitMet: () => way.limits.met,
      ...redactions(
        way.recorder,
        stages.map(({ target }) => target),
      ),
      close: leave,
    };
  } catch (error) {
    await leave();
    throw error;
  }
}

/** Metadata that is another's, or names what cannot be asked, stops no run that can do without it: its own rules judge it. */
function tellDiscovery(discovery: Discovery | undefined, say: (line: string) => void): void {
  const { mismatch, unusable = [] } = discovery ?? {};
  if (mismatch !== undefined) say(`the metadata is of the issuer ${quoted(mismatch.said)}, not of ${mismatch.asked}: doctor tells more`);
  for (const { member, text } of unusable) say(`the metadata's ${member} is ${text}: it is left out`);
}

/** Gives back what the server gave for the run: tokens (RFC 7009), then clients (RFC 7592). */
async function takeLeave(
  draft: TargetDraft,
  discovery: Discovery | undefined,
  clients: readonly RegisteredClient[],
  { ask, askOnce, wire, tokens, limits, login }: WayToServer,
  say: (line: string) => void,
): Promise<void> {
  await login.close();
  const trust = { insecure_http: draft.insecure_http, ...(draft.issuer === undefined ? {} : { asked: draft.issuer }) };
  const endpoint = discovery?.document && revocationEndpointIn(discovery.document, trust);
  if (endpoint !== undefined && limits.met === undefined) {
    say(await tokens.revoke(endpoint, completeTarget(draft, discovery?.endpoints ?? {}, clients), wire, ask));
  }
  if (draft.registration === undefined) return;
  for (const { client_id, deleted, text } of await unregister(clients, limits.met === undefined ? ask : askOnce)) {
    if (!deleted) say(`the client ${client_id}, registered for this run, stays at the server: ${text}`);
  }
}

interface Known {
  readonly discovery: Discovery | undefined;
  readonly clients: readonly RegisteredClient[];
  readonly way: WayToServer;
  readonly places: Places;
}

function stagesOf(argument: string, draft: TargetDraft, { discovery, clients, way, places }: Known): Promise<readonly Stage[]> {
  const { wire, clock, login } = way;
  const session = login.session({ ...discovery?.endpoints, ...draft.endpoints }, clock);
  return Promise.all(
    draft.profiles.map(async (profile): Promise<Stage> => {
      const target = obligedToPush(completeTarget(draft, discovery?.endpoints ?? {}, clients, profile), discovery?.metadata);
      refuseMissingEndpoints(argument, { ...target, profiles: [profile] }, discovery, places);
      const furtherClients = profile === 'challenge-code-token' ? [] : target.clients.slice(1);
      const scene = {
        target,
        tokenEndpoint: tokenEndpointOf(profile, target),
        openWire: () => wire.forScenario(),
        ...(session === undefined ? {} : { session }),
      };
      const capabilities =
        profile === 'challenge-code-token'
          ? await tokenConcurrencyOf(scene)
          : profile === 'pkce-access-token'
            ? await concurrencyOf(scene)
            : await capabilitiesOf({ ...scene, ...(discovery?.metadata ? { metadata: discovery.metadata } : {}) });
      return { ...scene, furtherClients, profile, clock, capabilities };
    }),
  );
}

function refuseMissingEndpoints(
  argument: string,
  target: Parameters<typeof missingEndpoints>[0],
  discovery: Discovery | undefined,
  places: Places,
): void {
  const missing = missingEndpoints(target);
  if (missing.length === 0) return;
  refuseForeign(missing.map(memberOfEndpoint), discovery, places);
  throw new UsageError(
    `${argument}: no ${missing.map((name) => `endpoints.${name}`).join(' and no ')}: ${discoveryTold(discovery)}\nName it in the target file under endpoints.`,
    discovery?.document === undefined && discovery !== undefined ? 3 : 2,
  );
}
