import { withParameter, type Change } from '../actors/changes.js';
import { told } from '../verdict/control.js';
import { Violation } from '../verdict/findings.js';
import { outcomeOf } from '../verdict/outcome.js';
import type { ConformanceWorld } from '../world.js';

/** Redeems the second of the two codes. */
export async function redeemOther(world: ConformanceWorld, ...changes: readonly Change[]): Promise<void> {
  world.answer = await world.client.redeem(world.otherCode, ...changes);
}

/**
 * The older code is redeemed with its own verifier. Refused, it is lawfully dead; broken is a server where the older
 * of two further codes opens to the verifier of the newer one.
 */
export async function earlierCodeKeptItsChallenge(world: ConformanceWorld): Promise<void> {
  const { client, judge, answer } = world;
  const outcome = await judge.heard(answer);
  if (outcome.kind === 'granted') return;
  const older = await client.obtainCode();
  const newer = await client.obtainCode();
  const other = await client.redeem(older, withParameter('code_verifier', newer.verifier));
  if (outcomeOf(other).kind === 'granted') {
    throw new Violation(
      'an access token, or an older code that is dead to either verifier',
      `${told(outcome)}, yet a token for the verifier of the newer code`,
      {
        exchanges: [answer.n, other.n],
      },
    );
  }
  await judge.notIssued(other);
  judge.note('a new code cancels an older one of the same client');
}

/** A second code, issued to the other client. */
export async function obtainCodeOfAnother(world: ConformanceWorld): Promise<void> {
  world.otherCode = await world.otherClient.obtainCode();
}
