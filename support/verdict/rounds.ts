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
      throw new Violation(error.expected, `${error.received}, in round ${index + 1}`, error.detail);
    }
  }
  judge.note(sharpness(rounds));
  const barren = rounds.filter((round) => tokensOf(round) === 0).length;
  if (barren > 0) judge.note(`in ${barren} of ${rounds.length} rounds none of the requests yielded a token`);
}

/** Whether the round shows what no round may show. */
export function yieldsTwo(round: RaceResult): boolean {
  return tokensOf(round) > 1;
}

function tokensOf({ exchanges }: RaceResult): number {
  return exchanges.filter((exchange) => outcomeOf(exchange).kind === 'granted').length;
}

/**
 * How sharp a pass was. The requests of a round came to the server no further apart than their last octets left and the
 * network scattered them; a server that answered them one by one spreads its answers wider than that.
 */
function sharpness(rounds: readonly RaceResult[]): string {
  const runners = Math.max(...rounds.map(({ exchanges }) => exchanges.length));
  const told = (part: 'release' | 'arrival'): string => {
    const sorted = rounds.map(({ spreadMicros }) => Math.round(spreadMicros[part])).toSorted((a, b) => a - b);
    return `within ${sorted[Math.floor(sorted.length / 2)] ?? 0} microseconds (at most ${sorted.at(-1) ?? 0})`;
  };
  return `not observed in ${rounds.length} rounds of ${runners}: the last octets of a round left ${told('release')}, its answers began ${told('arrival')}`;
}
