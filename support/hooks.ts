import { After, Before, setDefaultTimeout, setDefinitionFunctionWrapper } from '@cucumber/cucumber';
import { enterScenario, leaveScenario, throughWorld } from './run/scenario.js';
import type { ConformanceWorld } from './world.js';

/** The wire keeps the deadlines: a step takes as long as its requests may. */
setDefaultTimeout(-1);
setDefinitionFunctionWrapper(throughWorld);

Before(function (this: ConformanceWorld, { pickle }) {
  enterScenario(this, pickle.id);
});

After(async function (this: ConformanceWorld, { result }) {
  await leaveScenario(this, result?.status);
});
