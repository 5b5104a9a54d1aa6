export { Inconclusive } from '../wire/inconclusive.js';

export interface ViolationDetail {
  readonly exchanges?: readonly number[];
  readonly counterexample?: Counterexample;
  /** It rests on a refusal, so it holds only while the server still grants what is well-formed. */
  readonly byRefusal?: boolean;
}

/** Thrown by an oracle: the rule is broken. `expected` lists every lawful answer, `received` is the wire's words. */
export class Violation extends Error {
  override readonly name = 'Violation';
  constructor(
    readonly expected: string,
    readonly received: string,
    readonly detail: ViolationDetail = {},
  ) {
    super(`expected ${expected}; received ${received}`);
  }
}

/** Thrown where only the run itself shows that there is nothing to judge (no page was shown, too few values). */
export class NothingToJudge extends Error {
  override readonly name = 'NothingToJudge';
}

/** The shrunk input of a property that does not hold. */
export interface Counterexample {
  readonly value: string;
  readonly seed: number;
  readonly path: string;
  readonly runs: number;
  readonly shrinks: number;
  /** Of a story: what was done, step by step, the numbers of the exchanges that did it, and the seconds waited before each. */
  readonly steps?: readonly { readonly text: string; readonly exchanges: readonly number[]; readonly seconds?: number }[];
}

/** What the oracle finds wrong about a refusal rests on it. */
export function judgingRefusal<T>(oracle: () => T): T {
  try {
    return oracle();
  } catch (error) {
    if (!(error instanceof Violation)) throw error;
    throw new Violation(error.expected, error.received, { ...error.detail, byRefusal: true });
  }
}
