import type { Pass } from './pass.js';

let current: Pass | undefined;

/** The pass that scenarios are run under: cucumber builds each World without arguments of ours. */
export function currentPass(): Pass {
  if (!current) throw new Error('no pass is under way: scenarios are run by support/run, not by cucumber alone');
  return current;
}

/** Makes the pass current for the duration of `work`. Passes do not overlap. */
export async function during<T>(pass: Pass, work: () => Promise<T>): Promise<T> {
  if (current) throw new Error('a pass is under way already');
  current = pass;
  try {
    return await work();
  } finally {
    current = undefined;
  }
}
