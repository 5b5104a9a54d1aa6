import type { Exchange } from '../wire/exchange.js';
import type { CodeFault } from './code-faults.js';
import type { Court } from './court.js';

/** What may come of a request, and what it is if something else comes. */
export interface Expectation {
  /** What a token would be; absent where one may come. */
  readonly granted?: CodeFault | undefined;
  /** What a refusal would be; absent where one may come. */
  readonly refused?: CodeFault | undefined;
}

/** Says which faults end the story. */
export interface FaultJudge {
  judges(fault: CodeFault | undefined): boolean;
}

/** The answer is judged where the story judges what it would otherwise be; a refusal then counts only beside its control. */
export async function meets({ granted, refused }: Expectation, answer: Exchange, ledger: FaultJudge, { judge }: Court): Promise<void> {
  if (ledger.judges(granted)) await judge.notIssued(answer);
  if (ledger.judges(refused)) await judge.issued(answer);
}
