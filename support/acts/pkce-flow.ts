import { without } from '../actors/changes.js';
import type { Client } from '../actors/client.js';
import { told } from '../verdict/control.js';
import { NothingToJudge } from '../verdict/findings.js';
import { outcomeOf } from '../verdict/outcome.js';
import type { ConformanceWorld } from '../world.js';

/** Walks the flow once more, as this client, with the challenge and verifier of the code before. */
export async function presentAgain(world: ConformanceWorld, client: Client): Promise<void> {
  const { verifier } = world.code;
  world.client = client;
  await world.walkFlow({ verifier });
}

/** A flow without PKCE that the scenario takes for granted; where the server refuses it, PKCE is not optional for this client. */
export async function flowWithoutPkce(world: ConformanceWorld): Promise<void> {
  await world.walkFlow({ challenge: null, method: null }, without('code_verifier'));
  const outcome = outcomeOf(world.answer);
  if (outcome.kind !== 'granted')
    throw new NothingToJudge(`PKCE is not optional for ${world.client.registration.client_id}: ${told(outcome)}`);
}

/** A token comes of the flow, or no code came in the first place, which is noted. */
export async function issuedUnlessTurnedDownInAdvance(world: ConformanceWorld, note: string): Promise<void> {
  if (world.authorization.kind === 'code') return world.judge.issued(world.answer);
  await world.authorizationJudge.noCodeIssued(world.authorization);
  world.judge.note(note);
}

/** The same of a flow without PKCE; either way it is told whether PKCE is optional. */
export async function notedFlowWithoutPkce(world: ConformanceWorld): Promise<void> {
  await issuedUnlessTurnedDownInAdvance(world, 'a request without a challenge is turned down: PKCE is required');
  if (world.authorization.kind === 'code') world.judge.note('a code without a challenge is redeemed: PKCE is optional');
}
