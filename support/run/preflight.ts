import { Client } from '../actors/client.js';
import { challengeTokenTrials, redemptionTrials } from '../actors/control.js';
import { UserAgent } from '../actors/user-agent.js';
import type { RegisteredClient } from '../target/target.js';
import { tryControl, type ControlResult } from '../verdict/control.js';
import type { Pass } from './pass.js';

/** Makes the control of the first client before anything else, so that a server that is down is named at once. */
export async function preflight(pass: Pass): Promise<{ unreachable: boolean; cause: string; obstacle?: string }> {
  const [registration] = pass.target.clients;
  if (!registration) return { unreachable: true, cause: 'the target has no client', obstacle: 'the target has no client' };
  const control = await controlOf(pass, registration);
  if (!control.unreachable) pass.controls.set(registration.client_id, Promise.resolve(control));
  const nothing = !control.granted && control.grantedInstead === undefined;
  return { unreachable: control.unreachable, cause: control.cause, ...(nothing ? { obstacle: control.cause } : {}) };
}

/**
 * Makes the controls that were granted once more when all else is done. Where one is refused by then, and refused again,
 * nobody can tell which refusals before it were of a faulty request and which of a client that was locked out. Answers the obstacle.
 */
export async function lapsedControl(pass: Pass): Promise<string | undefined> {
  for (const registration of pass.target.clients) {
    if ((await pass.controls.get(registration.client_id))?.granted !== true) continue;
    if ((await controlOf(pass, registration)).granted) continue;
    const { granted, cause } = await controlOf(pass, registration);
    if (granted) continue;
    return `${registration.client_id} was granted at first what it is refused at the end, so refusals in between show nothing: ${cause}`;
  }
  return undefined;
}

function controlOf(pass: Pass, registration: RegisteredClient): Promise<ControlResult> {
  const client = new Client(registration, pass.target, pass.tokenEndpoint, pass.openWire(), new UserAgent(pass.session));
  return tryControl(pass.profile === 'challenge-code-token' ? challengeTokenTrials(client) : redemptionTrials(client));
}
