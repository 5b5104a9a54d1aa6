import { withParameter } from '../actors/changes.js';
import { newCodeVerifier } from '../protocol/code-verifier.js';
import { told } from '../verdict/control.js';
import { NothingToJudge, Violation } from '../verdict/findings.js';
import { outcomeOf, tokenIn } from '../verdict/outcome.js';
import type { Exchange } from '../wire/exchange.js';
import type { ConformanceWorld } from '../world.js';

/** A code redeemed for a refresh token, which the scenario takes for granted. */
export async function redeemForRefreshToken(world: ConformanceWorld): Promise<void> {
  await world.obtainCode();
  await world.redeemForToken();
  refreshTokenOf(world.answer);
}

/** RFC 6749 §6, with the refresh token that came last. */
export async function refresh(world: ConformanceWorld): Promise<void> {
  world.answer = await world.client.refresh(refreshTokenOf(world.answer));
}

/** Refused, the refresh is tried anew with a verifier: only that shows that the verifier was what the server missed. */
export async function refreshedWithoutVerifier(world: ConformanceWorld): Promise<void> {
  const { client, judge, answer } = world;
  const outcome = await judge.heard(answer);
  if (outcome.kind === 'granted') return;
  const code = await client.obtainCode();
  const other = await client.refresh(refreshTokenOf(await client.redeem(code)), withParameter('code_verifier', newCodeVerifier()));
  if (outcomeOf(other).kind !== 'granted')
    throw new NothingToJudge(`the server refreshes nothing, with a verifier or without: ${told(outcome)}`);
  throw new Violation('an access token without a verifier', `${told(outcome)}, yet a token was issued with a verifier`, {
    exchanges: [answer.n, other.n],
  });
}

function refreshTokenOf(answer: Exchange): string {
  const token = tokenIn(answer, 'refresh_token');
  if (token === undefined) throw new NothingToJudge('no refresh token came with the access token');
  return token;
}
