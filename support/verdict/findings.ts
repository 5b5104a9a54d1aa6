export { Inconclusive } from '../wire/inconclusive.js';

/** Thrown by an oracle: the rule is broken. `expected` lists every lawful answer, `received` is the wire's words. */
export class Violation extends Error {
  override readonly name = 'Violation';
  constructor(
    readonly expected: string,
    readonly received: string,
    readonly detail: { readonly exchanges?: readonly number[]; readonly counterexample?: Counterexample } = {},
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
}
