import { Client } from '../actors/client.js';
import { challengeTokenTrials, redemptionTrials } from '../actors/control.js';
import { UserAgent } from '../actors/user-agent.js';
import { tryControl } from '../verdict/control.js';
import type { Pass } from './pass.js';

/** Makes the control of the first client before anything else, so that a server that is down is named at once. */
export async function preflight(pass: Pass): Promise<{ unreachable: boolean; cause: string; obstacle?: string }> {
  const [registration] = pass.target.clients;
  if (!registration) return { unreachable: true, cause: 'the target has no client', obstacle: 'the target has no client' };
  const client = new Client(registration, pass.target, pass.tokenEndpoint, pass.openWire(), new UserAgent(pass.session));
  const control = await tryControl(pass.profile === 'challenge-code-token' ? challengeTokenTrials(client) : redemptionTrials(client));
  if (!control.unreachable) pass.controls.set(registration.client_id, Promise.resolve(control));
  const nothing = !control.granted && control.grantedInstead === undefined;
  return { unreachable: control.unreachable, cause: control.cause, ...(nothing ? { obstacle: control.cause } : {}) };
}
