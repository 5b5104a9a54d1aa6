import { formOf, type FormOracle } from './answer-form.js';
import { placeOf } from './echo.js';
import { NothingToJudge, Violation } from './findings.js';
import type { Judge } from './judge.js';
import { resourceOutcomeOf } from './resource-outcome.js';
import type { Exchange } from '../wire/exchange.js';

/** RFC 6750 §5.3: who reads the refusal learns nothing of the token. */
export function repeatsNot(token: string, answer: Exchange): FormOracle {
  return (form) => {
    const place = placeOf(token, answer);
    if (place === undefined) return undefined;
    throw new Violation('a refusal that does not hold the token it was sent', `the token in ${place}`, { exchanges: [form.n] });
  };
}

/** A resource that opens has taken the one token and passed over the other: lawful, and worth a note. */
export async function refusedOrPassedOver(judge: Judge, answer: Exchange, form: FormOracle): Promise<void> {
  if (resourceOutcomeOf(answer).kind === 'opened') judge.note('the second token is passed over');
  else await judge.resourceRefusalForm(answer, form);
}

/** Whether a token in the query opens the resource is noted; it is no fault before OAuth 2.1. One that opens to nobody in particular shows nothing. */
export async function queryTokenNoted(judge: Judge, answer: Exchange, without: () => Promise<Exchange>): Promise<void> {
  if (resourceOutcomeOf(answer).kind !== 'opened') return judge.notOpened(answer);
  if (resourceOutcomeOf(await without()).kind === 'opened') throw new NothingToJudge('the resource opens without any token');
  judge.note('a token in the query opens the resource');
}

/** The form of what a token in the query has opened; a resource that takes none there has nothing to keep private. */
export function openedForm(judge: Judge, answer: Exchange, oracle: FormOracle): void {
  if (resourceOutcomeOf(answer).kind !== 'opened') throw new NothingToJudge('the resource takes no token in the query');
  const remark = oracle(formOf(answer));
  if (remark !== undefined) judge.note(remark);
}

/** A token that dies early harms nobody but its client. */
export async function openedOrNoted(judge: Judge, answer: Exchange): Promise<void> {
  if (resourceOutcomeOf(answer).kind === 'refused') judge.note('the token was refused before its time');
  else await judge.opened(answer);
}
