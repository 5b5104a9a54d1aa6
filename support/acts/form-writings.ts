import { withParameter } from '../actors/changes.js';
import { withSpacesOfSecretAs } from '../actors/client-credentials.js';
import { membersOf, formOf } from '../verdict/answer-form.js';
import { grantedAlike } from '../verdict/alike.js';
import { NothingToJudge } from '../verdict/findings.js';
import { tokenIn } from '../verdict/outcome.js';
import type { Exchange } from '../wire/exchange.js';
import type { ConformanceWorld } from '../world.js';

/** How a form writes a space, RFC 6749 Appendix B. */
const writings = ['+', '%20'] as const;

/** Redeems a code with the secret in the body, once for each way to write the spaces of it. */
export async function redeemWithEitherSpace(world: ConformanceWorld): Promise<void> {
  await sendEither(world, async (space) => {
    const code = await world.client.obtainCode();
    return world.client.redeem(code, withSpacesOfSecretAs(world.client.registration, space));
  });
}

/** Refreshes for every scope that was granted, once for each way to write the spaces between them. */
export async function refreshWithEitherSpace(world: ConformanceWorld): Promise<void> {
  await sendEither(world, async (space) => {
    const { client } = world;
    const granted = await client.redeem(await client.obtainCode());
    const refreshToken = tokenIn(granted, 'refresh_token');
    if (refreshToken === undefined) throw new NothingToJudge('no refresh token came with the access token');
    const { scope = client.registration.scope ?? client.target.scope } = membersOf(formOf(granted));
    const scopes = typeof scope === 'string' ? scope.split(' ') : [];
    if (scopes.length < 2) throw new NothingToJudge('fewer than two scopes were granted');
    return client.refresh(refreshToken, withParameter('scope', { encoded: scopes.map(encodeURIComponent).join(space) }));
  });
}

/** Either way of writing a space says the same. */
export function eitherSpaceGranted({ judge, answers }: ConformanceWorld): Promise<void> {
  return grantedAlike(
    judge,
    answers.map((answer, index) => ({ name: `spaces written as ${writings[index] ?? ''}`, answer })),
  );
}

async function sendEither(world: ConformanceWorld, send: (space: string) => Promise<Exchange>): Promise<void> {
  const answers: Exchange[] = [];
  for (const space of writings) answers.push(await send(space));
  world.answers = answers;
}
