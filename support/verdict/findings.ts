export { Inconclusive } from '../wire/inconclusive.js';

/** Where a request was refused: by the authorization server, or at the protected resource. */
export type RefusedAt = 'server' | 'resource';

export interface ViolationDetail {
  readonly exchanges?: readonly number[];
  readonly counterexample?: Counterexample;
  /** It rests on a refusal, of a grant or at the resource, so it holds only while what is well-formed is still granted there. */
  readonly byRefusal?: RefusedAt;
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
export function judgingRefusal<T>(oracle: () => T, byRefusal: RefusedAt = 'server'): T {
  try {
    return oracle();
  } catch (error) {
    if (!(error instanceof Violation)) throw error;
    throw new Violation(error.expected, error.received, { ...error.detail, byRefusal });
  }
}
