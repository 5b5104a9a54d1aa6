import { Client } from '../../actors/client.js';
import type { Session } from '../../actors/session.js';
import { UserAgent } from '../../actors/user-agent.js';
import type { Discovery } from '../../discovery/discover.js';
import { obligedToPush } from '../../discovery/obliged-to-push.js';
import { unregister, type Registration } from '../../discovery/registration.js';
import { capabilitiesOf } from '../../probe/capabilities.js';
import { completeTarget, missingEndpoints } from '../../target/complete-target.js';
import type { TargetDraft } from '../../target/draft.js';
import type { Places } from '../../target/places.js';
import type { RegisteredClient, Target } from '../../target/target.js';
import { tokenEndpointOf } from '../endpoint-of-profile.js';
import { redactions } from '../redactions.js';
import { registeredClients } from '../registered-clients.js';
import { UsageError } from '../usage-error.js';
import type { WayToServer } from '../way-to-server.js';
import { askForChallengeToken, askForToken, tryWrongVerifier } from './ask-for-token.js';
import { clockSkew, mostSkewMs } from './clock-skew.js';
import { findServer } from './find-server.js';
import { Obstructed } from './obstacle.js';

/** Told of every step that was taken. */
export type Tell = (step: string, text: string) => void;

export interface Walk {
  readonly argument: string;
  readonly draft: TargetDraft;
  readonly places: Places;
  readonly way: WayToServer;
}

/** Goes the way that a run goes, one step after another. Throws Obstructed, or UsageError, at the first obstacle; its texts are redacted. */
export async function walk({ argument, draft, places, way }: Walk, tellUnredacted: Tell): Promise<void> {
  let redact = redactions(way.recorder, [draft]).redactText;
  const tell: Tell = (step, text) => tellUnredacted(step, redact(text));
  let registration: Registration | undefined;
  try {
    const discovery = await findServer(draft, way.ask, (text) => tell('discovery', text));
    if (draft.registration !== undefined) {
      registration = await register(argument, draft, discovery, way, places);
      redact = redactions(way.recorder, [{ ...draft, clients: registration.clients }]).redactText;
      for (const { type, text } of registration.refused) tell('registration', `no further ${type} client: ${text}`);
      tell('registration', `${registration.clients.length} clients`);
    }
    const clients = registration?.clients ?? draft.clients;
    const session = way.login.session({ ...discovery?.endpoints, ...draft.endpoints }, way.clock);
    const targets = draft.profiles.map((profile) => ({
      profile,
      target: obligedToPush(completeTarget(draft, discovery?.endpoints ?? {}, clients, profile), discovery?.metadata),
    }));
    for (const { profile, target } of targets) lookAtEndpoints(profile, target, discovery);
    for (const [index, { profile, target }] of targets.entries()) {
      await tryControls(profile, index === 0 ? target.clients : target.clients.slice(0, 1), { target, places, way, tell, session });
    }
    tellClock(draft, way, tell);
    await tellCapabilities(targets, discovery, { way, tell, session });
  } catch (error) {
    if (!(error instanceof Obstructed)) throw error;
    const { obstacle } = error;
    throw new Obstructed({ ...obstacle, did: redact(obstacle.did), back: redact(obstacle.back), cause: redact(obstacle.cause) });
  } finally {
    await way.login.close();
    if (registration !== undefined) await unregister(registration.clients, way.ask);
  }
}

async function register(
  argument: string,
  draft: TargetDraft,
  discovery: Discovery | undefined,
  { ask }: WayToServer,
  places: Places,
): Promise<Registration> {
  try {
    return await registeredClients(argument, draft, discovery, { places, ask });
  } catch (error) {
    if (!(error instanceof UsageError)) throw error;
    throw new Obstructed({
      did: 'asked the server to register clients (RFC 7591)',
      back: error.message.split('\n')[0] ?? '',
      cause: 'the server registers no clients, or not these',
      keys: [places.has('registration.initial_access_token') ? 'registration.initial_access_token' : 'registration'],
      mend: 'Name clients that are registered already, instead of registration; or give the initial access token that the server wants.',
    });
  }
}

function lookAtEndpoints(profile: string, target: Target, discovery: Discovery | undefined): void {
  const missing = missingEndpoints({ ...target, profiles: [profile] });
  if (missing.length === 0) return;
  throw new Obstructed({
    did: `looked for the endpoints of the profile ${profile}`,
    back: discovery?.url === undefined ? 'no metadata names any' : `the metadata at ${discovery.url} does not name them`,
    cause: `nothing says where the ${missing.join(' and the ')} endpoint is`,
    keys: missing.map((name) => `endpoints.${name}`),
    mend: 'Name it there.',
  });
}

interface Scene {
  readonly target: Target;
  readonly places: Places;
  readonly way: WayToServer;
  readonly tell: Tell;
  readonly session: Session | undefined;
}

async function tryControls(
  profile: string,
  clients: readonly RegisteredClient[],
  { target, places, way, tell, session }: Scene,
): Promise<void> {
  const around = { places, recorder: way.recorder };
  const tokenEndpoint = tokenEndpointOf(profile, target);
  for (const [index, registration] of clients.entries()) {
    const client = new Client(registration, target, tokenEndpoint, way.wire.forScenario(), new UserAgent(session));
    if (profile === 'challenge-code-token') {
      await askForChallengeToken(client, around);
      tell('token', `${registration.client_id} got a Challenge Code Token`);
      continue;
    }
    await askForToken(client, around);
    tell('login, token', `${registration.client_id} got a code, and an access token for it`);
    if (index > 0) continue;
    await tryWrongVerifier(client, around);
    tell('PKCE', 'a wrong verifier gets no token');
  }
}

/** A clock that can be moved is not held against ours. */
function tellClock(draft: TargetDraft, { recorder }: WayToServer, tell: Tell): void {
  const skew = clockSkew(recorder.exchanges);
  if (draft.clock !== undefined) return tell('clock', 'it is moved by clock.advance_url');
  if (skew === undefined) return tell('clock', 'no answer has a Date');
  const seconds = Math.round(Math.abs(skew) / 1000);
  const told = `the server's clock is ${seconds} s ${skew > 0 ? 'ahead of' : 'behind'} that of this machine`;
  if (Math.abs(skew) <= mostSkewMs) return tell('clock', seconds < 2 ? 'the clocks agree' : told);
  throw new Obstructed({
    did: 'held the Date of the last answer against the clock of this machine',
    back: told,
    cause: `the two clocks differ by ${seconds} s: ID Tokens and expiry times of one are wrong to the other`,
    keys: ['issuer'],
    mend: 'Set both clocks by NTP. No key of the target file makes up for it; the issuer only names the server whose clock it is.',
  });
}

async function tellCapabilities(
  targets: readonly { readonly profile: string; readonly target: Target }[],
  discovery: Discovery | undefined,
  { way: { wire }, tell, session }: Pick<Scene, 'way' | 'tell' | 'session'>,
): Promise<void> {
  const judged = targets.find(({ profile }) => profile !== 'challenge-code-token' && profile !== 'pkce-access-token');
  if (judged === undefined) return;
  const { profile, target } = judged;
  const metadata = discovery?.metadata === undefined ? {} : { metadata: discovery.metadata };
  const login = session === undefined ? {} : { session };
  const scene = { target, tokenEndpoint: tokenEndpointOf(profile, target), openWire: () => wire.forScenario(), ...metadata, ...login };
  const words = (await capabilitiesOf(scene)).map(({ name, value, by, undecided }) =>
    undecided === undefined ? `${name} ${value ? 'yes' : 'no'} (${by})` : `${name} not found out (${undecided})`,
  );
  tell('capabilities', words.join(', '));
}
