import { After, Before, setDefaultTimeout, setDefinitionFunctionWrapper } from '@cucumber/cucumber';
import { locationOf } from './catalogue/parse.js';
import { enterScenario, leaveScenario, throughWorld } from './run/scenario.js';
import type { ConformanceWorld } from './world.js';

/** The wire keeps the deadlines: a step takes as long as its requests may. */
setDefaultTimeout(-1);
setDefinitionFunctionWrapper(throughWorld);

Before(function (this: ConformanceWorld, { pickle, gherkinDocument }) {
  enterScenario(this, locationOf(pickle, gherkinDocument));
});

After(async function (this: ConformanceWorld, { result }) {
  await leaveScenario(this, result?.status);
});
