import type { Plugin } from '@cucumber/cucumber/api';
import type { PlannedPickle } from '../catalogue/parse.js';

let selected: readonly PlannedPickle[] = [];

/** What the next cucumber run executes, in this order. */
export function select(pickles: readonly PlannedPickle[]): void {
  selected = pickles;
}

/** The plugin that keeps cucumber to the plan: it is given the pickles of the catalogue in the place of those that it read itself. */
const selection: Plugin = {
  type: 'plugin',
  coordinator: ({ transform }) => {
    transform('pickles:filter', () =>
      selected.map(({ pickle, rule, feature }) => ({ pickle, gherkinDocument: feature.document, location: { line: rule.feature.line } })),
    );
  },
};

export default selection;
