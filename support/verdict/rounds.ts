import type { Exchange } from '../wire/exchange.js';
import type { RaceResult } from '../wire/wire.js';
import { Violation } from './findings.js';
import { outcomeOf } from './outcome.js';

/** Who judges one round, and writes down what was seen. */
export interface RoundJudge {
  atMostOneIssued(answers: readonly Exchange[]): Promise<void>;
  note(text: string): void;
}

/** No round of a race yields two tokens. What upholds it is noted with how close together the requests came. */
export async function atMostOneIssuedInEach(rounds: readonly RaceResult[], judge: RoundJudge): Promise<void> {
  for (const [index, { exchanges }] of rounds.entries()) {
    try {
      await judge.atMostOneIssued(exchanges);
    } catch (error) {
      if (!(error instanceof Violation)) throw error;
      throw new Violation(error.expected, `${error.received} (round ${index + 1} of ${rounds.length})`, error.detail);
    }
  }
  const widest = Math.max(...rounds.map(({ spreadMicros }) => spreadMicros.arrival));
  const runners = Math.max(...rounds.map(({ exchanges }) => exchanges.length));
  judge.note(
    `not observed in ${rounds.length} rounds of ${runners}; the answers of a round began at most ${Math.round(widest)} microseconds apart`,
  );
  const barren = rounds.filter(({ exchanges }) => exchanges.every((exchange) => outcomeOf(exchange).kind !== 'granted')).length;
  if (barren > 0) judge.note(`in ${barren} of ${rounds.length} rounds none of the requests yielded a token`);
}
