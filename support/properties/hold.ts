import fc from 'fast-check';
import { Inconclusive, Violation } from '../verdict/findings.js';

/** How a property is tried: the seed of the run and the number of inputs. */
export interface Trials {
  readonly seed: number;
  readonly runs: number;
}

/**
 * Tries the property on generated inputs. `judge` throws a `Violation` where it does not hold; the input is then
 * shrunk, each step on fresh codes, and the smallest one is told. An input that cannot be judged ends the trials:
 * shrinking it would only ask a silent server again.
 */
export async function holds<T>(
  trials: Trials,
  inputs: fc.Arbitrary<T>,
  judge: (input: T) => Promise<void>,
  tell: (input: T) => string,
): Promise<void> {
  let halted: Inconclusive | undefined;
  const property = fc.asyncProperty(inputs, async (input) => {
    if (halted) return;
    try {
      await judge(input);
    } catch (error) {
      if (!(error instanceof Inconclusive)) throw error;
      halted = error;
    }
  });
  const details = await fc.check(property, { seed: trials.seed | 0, numRuns: trials.runs });
  const error = details.errorInstance;
  if (details.failed && error instanceof Violation && details.counterexample) {
    const [input] = details.counterexample;
    throw new Violation(error.expected, error.received, {
      ...error.detail,
      counterexample: {
        value: tell(input),
        seed: trials.seed,
        path: details.counterexamplePath ?? '',
        runs: details.numRuns,
        shrinks: details.numShrinks,
      },
    });
  }
  if (details.failed) throw error instanceof Error ? error : new Error('the property failed without a reason');
  if (halted) throw halted;
}
