import type { PlannedPickle } from '../catalogue/parse.js';
import type { ConformanceWorld } from '../world.js';
import type { Library } from './library.js';
import type { EarlyScenario, ScenarioOutcome } from './pass.js';

interface Bound {
  readonly code: (this: unknown, ...args: unknown[]) => Promise<unknown>;
  readonly args: (world: object) => unknown[];
}

const boundSteps = new WeakMap<PlannedPickle, readonly Bound[]>();

/**
 * Executes one scenario without cucumber's runtime: the same World and the same step definitions, no messages. For
 * the mutation matrix, which runs the features some hundred times over, and for scenarios that begin early.
 */
export async function execute(
  planned: PlannedPickle,
  library: Library,
  watch: { readonly onStep?: (step: Promise<unknown>) => void; readonly onWait?: () => void } = {},
): Promise<ScenarioOutcome> {
  const world = new library.World() as ConformanceWorld;
  world.location = planned.location;
  world.rule = planned.rule;
  world.onWait = watch.onWait;
  for (const { code, args } of bind(planned, library)) {
    const step = world.error === undefined ? code.apply(world, args(world)) : Promise.resolve();
    watch.onStep?.(step);
    try {
      await step;
    } catch {
      break; // kept by the World
    }
  }
  return world.leave();
}

/** Begins a scenario now; cucumber tells it when its turn comes. */
export function begin(planned: PlannedPickle, library: Library): EarlyScenario {
  const steps: Promise<void>[] = [];
  const waiting: (() => void)[] = [];
  const aged = Promise.withResolvers<void>();
  const onStep = (step: Promise<unknown>): void => {
    const settled = step.then(() => undefined);
    settled.catch(() => undefined);
    steps.push(settled);
    waiting.splice(0).forEach((wake) => wake());
  };
  const outcome = execute(planned, library, { onStep, onWait: aged.resolve }).finally(() => {
    waiting.splice(0).forEach((wake) => wake());
    aged.resolve();
  });
  let told = 0;
  return {
    outcome,
    aged: aged.promise,
    async nextStep() {
      const index = told++;
      while (steps[index] === undefined) await new Promise<void>((resolve) => waiting.push(resolve));
      return steps[index];
    },
  };
}

function bind(planned: PlannedPickle, library: Library): readonly Bound[] {
  const known = boundSteps.get(planned);
  if (known) return known;
  const bound = planned.pickle.steps.map((step): Bound => {
    const matches = library.stepDefinitions.flatMap((definition) => {
      const found = definition.expression.match(step.text);
      return found ? [{ definition, found }] : [];
    });
    const [match, second] = matches;
    if (!match || second) throw new Error(`${planned.location}: ${matches.length} definitions for the step "${step.text}"`);
    return { code: match.definition.code, args: (world) => match.found.map((argument) => argument.getValue(world)) };
  });
  boundSteps.set(planned, bound);
  return bound;
}
