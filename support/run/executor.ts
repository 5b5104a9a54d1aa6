import { runCucumber } from '@cucumber/cucumber/api';
import type { PlannedPickle } from '../catalogue/parse.js';
import { execute } from './execute.js';
import { configuration, environment, library, narrowed } from './library.js';
import type { MessageLog } from './message-log.js';
import type { Pass } from './pass.js';
import { select } from './selection.js';

/** Who runs the steps: cucumber, whose messages are kept, or the light executor of the mutation matrix. */
export type Executor = { readonly kind: 'cucumber'; readonly messages: MessageLog } | { readonly kind: 'direct' };

/** Executes the scenarios in their order, one after another; what became of each stands in `pass.outcomes`. */
export async function executeAll(
  executor: Executor,
  pickles: readonly PlannedPickle[],
  pass: Pass,
  told: (planned: PlannedPickle) => void,
): Promise<void> {
  if (pickles.length === 0) return;
  const steps = await library();
  if (executor.kind === 'direct') {
    for (const planned of pickles) {
      const early = pass.retrying ? undefined : pass.early.get(planned.location);
      pass.outcomes.set(planned.location, early ? await early.outcome : await execute(planned, steps));
      told(planned);
    }
    return;
  }
  select(pickles);
  executor.messages.expect(pickles);
  let next = 0;
  await runCucumber({ ...(await configuration()), support: narrowed(steps, pickles) }, environment, (message) => {
    executor.messages.add(message);
    if (!message.testCaseFinished) return;
    const planned = pickles[next++];
    if (planned) told(planned);
  });
}
