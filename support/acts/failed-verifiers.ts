import { once, withParameter } from '../actors/changes.js';
import { newCodeVerifier, newUnreservedString } from '../protocol/code-verifier.js';
import { told } from '../verdict/control.js';
import { Inconclusive, Violation } from '../verdict/findings.js';
import { outcomeOf } from '../verdict/outcome.js';
import type { Exchange } from '../wire/exchange.js';
import type { ConformanceWorld } from '../world.js';

/** No token comes of the request; how it was refused is noted, as the RFCs leave the error code open and the target file lists those it takes for right. */
export async function notIssuedButNoted({ judge, answer, pass }: ConformanceWorld): Promise<void> {
  await judge.notIssued(answer);
  const outcome = outcomeOf(answer);
  const error = outcome.kind === 'refused' && outcome.response.kind === 'error' ? outcome.response.error : undefined;
  const listed = error !== undefined && pass.target.policy.missing_verifier_errors.includes(error);
  judge.note(`without a verifier ${told(outcome)}${listed ? '' : ', which is none of the missing_verifier_errors of the target file'}`);
}

/** Shows the code a wrong verifier. What comes of it is another rule's to judge: where it is a token, the code is spent. */
export async function failToProve({ client, code }: ConformanceWorld): Promise<void> {
  await client.redeem(code, withParameter('code_verifier', newCodeVerifier()));
}

/** Shows each of several codes a wrong verifier and then the right one, and keeps the answers to the right ones. */
export async function redeemAfterFailure(world: ConformanceWorld, count: number): Promise<void> {
  const answers = [];
  for (let nth = 0; nth < count; nth += 1) {
    const code = await world.client.obtainCode();
    await world.judge.notIssued(await world.client.redeem(code, withParameter('code_verifier', newCodeVerifier())));
    answers.push(await world.client.redeem(code));
  }
  world.answers = answers;
}

/** Every code was kept, or every one was burned, and where the target file says which, it was that. */
export async function oneFate(world: ConformanceWorld): Promise<void> {
  const { judge, answers, pass } = world;
  const declared = pass.target.policy.code_after_failed_verifier;
  const fates = [];
  for (const answer of answers) fates.push(fateIn(await judge.heard(answer), answer.n));
  const [first = 'burned'] = fates;
  const expected = declared === 'any' ? 'one fate for every code, kept or burned' : `every code ${declared}, as the target file says`;
  if (fates.some((fate) => fate !== first || (declared !== 'any' && fate !== declared))) {
    throw new Violation(expected, fates.join(', '), { exchanges: answers.map(({ n }) => n) });
  }
  judge.note(`after a failed verifier a code is ${first}`);
}

/** Shows one code a number of wrong verifiers, all as short as its own, and then its own; a limit that stops the guessing is an answer as good as a refusal. */
export async function guess(world: ConformanceWorld, count: number, length: number): Promise<void> {
  await world.walkFlow({ verifier: newUnreservedString(length) }, withParameter('code_verifier', newUnreservedString(length)), once());
  if (world.authorization.kind === 'refused') return;
  for (let nth = 1; nth < count && !isLimited(world.answer); nth += 1)
    await world.redeem(withParameter('code_verifier', newUnreservedString(length)), once());
  if (!isLimited(world.answer)) await world.redeem(once());
}

/** No token comes of the right verifier any more; a rate limit is what the rule asks for. */
export async function guessingLimited({ judge, answer }: ConformanceWorld): Promise<void> {
  if (isLimited(answer)) return;
  await judge.notIssued(answer);
}

function isLimited({ outcome }: Exchange): boolean {
  return outcome.kind === 'answer' && outcome.status === 429;
}

type Fate = 'kept' | 'burned';

/** A server that failed has told nothing of the code. */
function fateIn({ kind }: Awaited<ReturnType<ConformanceWorld['judge']['heard']>>, n: number): Fate {
  if (kind === 'server-error') throw new Inconclusive('the server failed on the right verifier', { exchanges: [n], serverError: true });
  return kind === 'granted' ? 'kept' : 'burned';
}
