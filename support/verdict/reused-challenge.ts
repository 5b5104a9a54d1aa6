import type { Judge } from './judge.js';
import { outcomeOf } from './outcome.js';
import type { Exchange } from '../wire/exchange.js';

/** RFC 9700 §2.1.1: a server may notice that a challenge comes again; that it does not is worth a note. */
export async function notedReuse(judge: Judge, answer: Exchange): Promise<void> {
  if (outcomeOf(answer).kind === 'granted') judge.note('a challenge that was used before is accepted again');
  else await judge.notIssued(answer);
}
