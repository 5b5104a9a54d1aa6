import { availableParallelism } from 'node:os';
import { liveLine } from './live-line.mjs';

/**
 * Runs the jobs of all stages in their order, as many at once as there are cores, across the borders of stages: the cores
 * are never idle while one stage waits for its last job. Each stage is told in its turn. A stage is
 * `{ name, jobs: (() => Promise<void>)[], sum: { passed, failed, skipped }, told(): string, ended?() }`.
 */
export async function inTurn(stages) {
  const waiting = stages.flatMap((stage) => stage.jobs.map((job) => ({ stage, job })));
  const left = new Map(stages.map((stage) => [stage, stage.jobs.length]));
  const ended = new Map(stages.map((stage) => [stage, Promise.withResolvers()]));
  for (const stage of stages) if (stage.jobs.length === 0) ended.get(stage).resolve();

  async function worker() {
    for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) {
      await next.job();
      left.set(next.stage, left.get(next.stage) - 1);
      if (left.get(next.stage) === 0) ended.get(next.stage).resolve();
    }
  }
  const workers = Promise.all(Array.from({ length: availableParallelism() }, worker));
  workers.catch((error) => {
    console.error(error);
    process.exit(70);
  });

  for (const stage of stages) {
    const line = liveLine(stage.name, () => stage.told());
    await ended.get(stage).promise;
    line.end(stage.sum.failed === 0);
    stage.ended?.();
  }
  await workers;
}
