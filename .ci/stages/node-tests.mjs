import { testsOf } from './test-file.mjs';

/**
 * A stage of node:test files, each group of them in a process of its own; each failing test is printed in full. `silence`
 * is in minutes. What the files say themselves is printed where `tells` is set.
 */
export function nodeTests(name, groups, { silence, tells = false }) {
  const sum = { passed: 0, failed: 0, skipped: 0 };
  const failures = [];
  const words = [];
  const skips = [];
  const running = new Set();

  const job = (files) => async () => {
    const file = files.length === 1 ? files[0] : `${files[0]} and ${files.length - 1} more`;
    running.add(file);
    for await (const { outcome, failure, said, skipped } of testsOf(files, silence * 60_000)) {
      if (outcome !== undefined) sum[outcome] += 1;
      if (said !== undefined) words.push(said);
      if (failure !== undefined) failures.push(failure);
      if (skipped !== undefined) skips.push(skipped);
    }
    running.delete(file);
  };
  return {
    name,
    jobs: groups.map(job),
    sum,
    skips,
    told: () => [groups.length === 0 ? 'no tests' : counted(sum), ...running].join('  '),
    ended: () => {
      if (tells) process.stdout.write(words.join(''));
      for (const failure of failures) console.log(failure);
    },
  };
}

function counted({ passed, failed, skipped }) {
  return `${passed} passed${failed > 0 ? `, ${failed} failed` : ''}${skipped > 0 ? `, ${skipped} skipped` : ''}`;
}
