import { told } from './control.js';
import { Inconclusive, Violation } from './findings.js';
import type { Judge } from './judge.js';
import { outcomeOf } from './outcome.js';
import type { Exchange } from '../wire/exchange.js';

/** The first answer, and the one it is held against. */
export type SideBySide = readonly Exchange[];

/**
 * A token comes of the first request only where one comes of the other as well. Two grants need no control, and two
 * refusals are judged as refusals are.
 */
export async function noEasier(judge: Judge, answers: SideBySide, than: string): Promise<void> {
  const [asked, beside] = pairOf(answers);
  if (outcomeOf(asked).kind !== 'granted') return judge.notIssued(asked);
  const other = outcomeOf(beside);
  if (other.kind === 'granted') return;
  if (other.kind === 'unjudgeable') throw new Inconclusive(other.cause, { exchanges: [beside.n] });
  throw new Violation(`no access token, as none came ${than}`, `an access token, where ${than} ${told(other)}`, {
    exchanges: [asked.n, beside.n],
  });
}

/** Both requests are granted, or neither is. */
export async function sameFate(judge: Judge, answers: SideBySide, than: string): Promise<void> {
  const [asked, beside] = pairOf(answers);
  if (outcomeOf(beside).kind === 'granted') return judge.issued(asked);
  await noEasier(judge, answers, than);
}

function pairOf([asked, beside]: SideBySide): readonly [Exchange, Exchange] {
  if (asked === undefined || beside === undefined) throw new Error('two answers are held side by side');
  return [asked, beside];
}
