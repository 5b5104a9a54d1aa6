import { parentPort } from 'node:worker_threads';
import { judged, type Question } from './matrix-judge.js';

let before: Promise<unknown> = Promise.resolve();

parentPort?.on('message', ({ n, question }: { readonly n: number; readonly question: Question }) => {
  const answer = before.then(() => judged(question));
  before = answer.then(
    (rules) => parentPort?.postMessage({ n, rules }),
    (error: unknown) => parentPort?.postMessage({ n, failure: error instanceof Error ? error.stack : String(error) }),
  );
});
