import { withParameter, without } from '../actors/changes.js';
import type { AuthorizationWish } from '../actors/client.js';
import { randomValue } from '../actors/random-value.js';
import { NothingToJudge } from '../verdict/findings.js';
import { saysHowPkceIsSupported } from '../verdict/pkce-support.js';
import type { ConformanceWorld } from '../world.js';
import { wellKnownAnswers } from './published-metadata.js';

const stripped: AuthorizationWish = { challenge: null, method: null };

/** The attack of RFC 9700 §4.8.1: a code that was asked for without the challenge, redeemed with the verifier of the client's own flow. */
export async function redeemStripped(world: ConformanceWorld): Promise<void> {
  const { verifier } = world.code;
  await world.walkFlow(stripped, withParameter('code_verifier', verifier));
}

/** Asks as the wish has it, with a nonce whatever the scope is. */
export async function askWithNonce(world: ConformanceWorld, wish: AuthorizationWish): Promise<void> {
  await world.askAuthorization({ ...wish, changes: [...(wish.changes ?? []), withParameter('nonce', randomValue())] });
}

/** Asks as the wish has it, without the nonce that OpenID Connect would have a client send. */
export async function askWithoutNonce(world: ConformanceWorld, wish: AuthorizationWish): Promise<void> {
  await world.askAuthorization({ ...wish, changes: [...(wish.changes ?? []), without('nonce')] });
}

/**
 * Redeems with a verifier a code that was issued without a challenge to whichever client of the target can get one. Where
 * none can, the server refuses in good time and this leaves nothing to judge.
 */
export async function withoutChallengeAnywhere(world: ConformanceWorld): Promise<void> {
  for (const registration of world.pass.target.clients) {
    world.client = world.clientFor(registration);
    await askWithNonce(world, stripped);
    if (world.authorization.kind === 'refused') continue;
    world.code = world.authorization.code;
    return world.redeem();
  }
  throw new NothingToJudge('no client of the target gets a code without a challenge');
}

/** What the documents at the well-known addresses say of PKCE, one of them at least. */
export async function pkceIsDetectable(world: ConformanceWorld): Promise<void> {
  const answers = await wellKnownAnswers(world);
  const found = answers.flatMap(({ document, exchange }) => (document === undefined ? [] : [{ document, n: exchange.n }]));
  saysHowPkceIsSupported(found, world.pass.target.capabilities);
}
