import { catalogue } from '../catalogue/features.js';
import type { PlannedPickle } from '../catalogue/parse.js';
import type { ConformanceWorld } from '../world.js';

/** Tells a World which scenario it serves. */
export function enterScenario(world: ConformanceWorld, pickleId: string): void {
  plannedById ??= new Map(catalogue().pickles.map((planned) => [planned.pickle.id, planned]));
  const planned = plannedById.get(pickleId);
  if (!planned) throw new Error(`the pickle ${pickleId} is no scenario of the catalogue`);
  world.location = planned.location;
  world.rule = planned.rule;
  world.early = world.pass.retrying ? undefined : world.pass.early.get(planned.location);
}

let plannedById: ReadonlyMap<string, PlannedPickle> | undefined;

/** Writes down what became of the scenario; a step without a definition is a fault of ours. */
export async function leaveScenario(world: ConformanceWorld, status: string | undefined): Promise<void> {
  if (world.early) {
    world.pass.outcomes.set(world.location, await world.early.outcome);
    return;
  }
  if (world.error === undefined && status !== undefined && status !== 'PASSED')
    world.error = new Error(`a step is ${status.toLowerCase()}`);
  world.pass.outcomes.set(world.location, world.leave());
}

/**
 * Wraps every definition: the World remembers what a step threw, as cucumber's messages keep only its text; and a
 * scenario that was begun early is told from what it did then.
 */
export function throughWorld(definition: (this: ConformanceWorld, ...args: unknown[]) => unknown): unknown {
  const wrapped = async function (this: ConformanceWorld, ...args: unknown[]): Promise<unknown> {
    if (isHook(args)) return definition.apply(this, args);
    if (this.early) return this.early.nextStep();
    try {
      return await definition.apply(this, args);
    } catch (error) {
      const weighed = await this.weigh(error);
      this.error ??= weighed;
      throw weighed;
    }
  };
  Object.defineProperty(wrapped, 'length', { value: definition.length });
  return wrapped;
}

/** Hooks are given one argument, the scenario they surround. */
function isHook([parameter]: readonly unknown[]): boolean {
  return typeof parameter === 'object' && parameter !== null && 'testCaseStartedId' in parameter;
}
