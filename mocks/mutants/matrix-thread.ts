import { parentPort } from 'node:worker_threads';
import { judged, type Question } from './matrix-judge.js';

parentPort?.on('message', ({ n, question }: { readonly n: number; readonly question: Question }) => {
  void judged(question).then(
    (rules) => parentPort?.postMessage({ n, rules }),
    (error: unknown) => parentPort?.postMessage({ n, failure: error instanceof Error ? error.stack : String(error) }),
  );
});
