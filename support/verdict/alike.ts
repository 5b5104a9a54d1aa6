import type { Exchange } from '../wire/exchange.js';
import { told } from './control.js';
import { NothingToJudge, Violation } from './findings.js';
import type { Judge } from './judge.js';

/** A request by what sets it apart from the others that come to the same. */
export interface Told {
  readonly name: string;
  readonly answer: Exchange;
}

/** Requests that come to the same are granted, all of them. Where none is, the server minds something else, and nothing can be told. */
export async function grantedAlike(judge: Judge, requests: readonly Told[]): Promise<void> {
  const heard = await Promise.all(requests.map(async ({ name, answer }) => ({ name, answer, outcome: await judge.heard(answer) })));
  const granted = heard.find(({ outcome }) => outcome.kind === 'granted');
  const refused = heard.find(({ outcome }) => outcome.kind !== 'granted');
  if (refused === undefined) return;
  if (granted === undefined) throw new NothingToJudge(`the server takes neither writing: ${told(refused.outcome)}`);
  throw new Violation(`an access token for ${refused.name}, as for ${granted.name}`, told(refused.outcome), {
    exchanges: [refused.answer.n, granted.answer.n],
  });
}
