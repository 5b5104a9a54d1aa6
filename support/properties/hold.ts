import fc from 'fast-check';
import { Inconclusive, Violation } from '../verdict/findings.js';
import type { StoryStep } from './story.js';

/** How a property is tried: the seed of the run and the number of inputs. */
export interface Trials {
  readonly seed: number;
  readonly runs: number;
  /** The way to one input that was found before; only that one is tried. */
  readonly path?: string;
}

/** How an input is told. */
export interface Telling {
  readonly value: string;
  /** Of a story: its steps, each with its exchanges. */
  readonly steps?: readonly StoryStep[];
  /** Of a story: the way to its steps within the input. */
  readonly pathWithin?: string;
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
  tell: (input: T) => string | Telling,
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
  const details = await checked(property, trials);
  const error = details.errorInstance;
  if (details.failed && error instanceof Violation && details.counterexample) {
    const [input] = details.counterexample;
    const told = tell(input);
    const { value, steps, pathWithin } = typeof told === 'string' ? { value: told } : told;
    throw new Violation(error.expected, error.received, {
      ...error.detail,
      ...(steps === undefined ? {} : { exchanges: [...new Set(steps.flatMap(({ exchanges }) => exchanges))] }),
      counterexample: {
        value,
        seed: trials.seed,
        path: [details.counterexamplePath ?? '', pathWithin ?? []].flat().join(betweenParts),
        runs: details.numRuns,
        shrinks: details.numShrinks,
        ...(steps === undefined ? {} : { steps }),
      },
    });
  }
  if (details.failed) throw error instanceof Error ? error : new Error('the property failed without a reason');
  if (halted) throw halted;
}

const betweenParts = '~';

/** The way to the input, and for a story that to its steps. */
export function pathParts({ path }: Trials): readonly [input?: string, within?: string] {
  const [input, within] = path?.split(betweenParts) ?? [];
  return input === undefined ? [] : within === undefined ? [input] : [input, within];
}

/** One input by its path, or many by the seed. A path that another property of the rule was told does not bind this one. */
async function checked<T>(property: fc.IAsyncProperty<[T]>, { seed, runs, path }: Trials): Promise<fc.RunDetails<[T]>> {
  const common = { seed: seed | 0, numRuns: runs };
  if (path === undefined || path.includes(betweenParts)) return fc.check(property, common);
  try {
    return await fc.check(property, { ...common, path });
  } catch (error) {
    if (error instanceof Error && error.message.startsWith('Unable to replay')) return fc.check(property, common);
    throw error;
  }
}
