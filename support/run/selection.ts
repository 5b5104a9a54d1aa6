import type { Plugin } from '@cucumber/cucumber/api';
import { locationOf } from '../catalogue/parse.js';

let order: ReadonlyMap<string, number> = new Map();

/** Which scenarios the next cucumber run executes, by location, in this order. */
export function select(locations: readonly string[]): void {
  order = new Map(locations.map((location, index) => [location, index]));
}

/** The plugin that keeps cucumber to the plan. */
const selection: Plugin = {
  type: 'plugin',
  coordinator: ({ transform }) => {
    transform('pickles:filter', (pickles) =>
      pickles.filter(({ pickle, gherkinDocument }) => order.has(locationOf(pickle, gherkinDocument))),
    );
    transform('pickles:order', (pickles) => pickles.toSorted((one, other) => place(one) - place(other)));
  },
};

function place({
  pickle,
  gherkinDocument,
}: {
  pickle: Parameters<typeof locationOf>[0];
  gherkinDocument: Parameters<typeof locationOf>[1];
}): number {
  return order.get(locationOf(pickle, gherkinDocument)) ?? 0;
}

export default selection;
