import { told } from './control.js';
import { Inconclusive, NothingToJudge, Violation } from './findings.js';
import type { Judge } from './judge.js';
import { outcomeOf } from './outcome.js';
import type { Exchange } from '../wire/exchange.js';

/** A token is issued; a refusal that arrived when the code could have expired shows nothing. `validBefore` in milliseconds on the target's clock. */
export async function issuedBefore(judge: Judge, answer: Exchange, validBefore: number): Promise<void> {
  if (outcomeOf(answer).kind !== 'granted' && answer.answeredAt >= validBefore) {
    throw new Inconclusive('the answer came so late that the code could have expired by then', { exchanges: [answer.n] });
  }
  await judge.issued(answer);
}

/** Either outcome is lawful; which it was is told of what was sent. */
export async function noted(judge: Judge, what: string, answer: Exchange): Promise<void> {
  judge.note(`${what}: ${told(await judge.heard(answer))}`);
}

/** A token is issued, or the refusal is worth a note; a server that fails over the request is neither. */
export async function issuedOrNoted(judge: Judge, answer: Exchange): Promise<void> {
  const outcome = await judge.heard(answer);
  if (outcome.kind === 'server-error')
    throw new Violation('an access token, or a refusal below 500', told(outcome), { exchanges: [answer.n] });
  if (outcome.kind === 'refused') judge.note(told(outcome));
}

/** The request is granted; broken where the same with an addition that nothing calls for is granted instead, unjudged where both are refused. */
export async function issuedWithout(
  judge: Judge,
  addition: string,
  answer: Exchange,
  withAddition: () => Promise<Exchange>,
): Promise<void> {
  const outcome = await judge.heard(answer);
  if (outcome.kind === 'granted') return;
  const other = await withAddition();
  if (outcomeOf(other).kind !== 'granted') return judge.issued(answer);
  throw new Violation(`an access token without ${addition}`, `${told(outcome)}, yet a token was issued with ${addition}`, {
    exchanges: [answer.n, other.n],
  });
}

/** What came with the request has not made it succeed. A request that is granted without it too is another rule's matter. */
export async function notHelped(judge: Judge, addition: string, answer: Exchange, without: () => Promise<Exchange>): Promise<void> {
  if (outcomeOf(answer).kind !== 'granted') return judge.notIssued(answer);
  const other = await without();
  if (outcomeOf(other).kind === 'granted') throw new NothingToJudge(`the request is granted without ${addition} as well`);
  throw new Violation(`no access token, with ${addition} or without`, `a token was issued with ${addition}`, {
    exchanges: [answer.n, other.n],
  });
}
