import { Worker } from 'node:worker_threads';
import type { RuleResult } from '../../support/run/run.js';
import type { Question } from './matrix-judge.js';

interface Answer {
  readonly n: number;
  readonly rules?: readonly RuleResult[];
  readonly failure?: string;
}

let thread: Worker | undefined;
let asked = 0;
const waiting = new Map<number, PromiseWithResolvers<readonly RuleResult[]>>();

/** Judges in a thread of its own: node:test follows every promise of the one that its tests run in, which takes a quarter of the time. */
export async function judgedInThread(question: Question): Promise<readonly RuleResult[]> {
  thread ??= begun();
  asked += 1;
  const answer = Promise.withResolvers<readonly RuleResult[]>();
  waiting.set(asked, answer);
  thread.ref();
  thread.postMessage({ n: asked, question });
  return answer.promise;
}

/** Keeps the process alive only while something is asked. */
function begun(): Worker {
  const worker = new Worker(new URL('./matrix-thread.ts', import.meta.url));
  worker.on('message', ({ n, rules, failure }: Answer) => {
    const answer = waiting.get(n);
    waiting.delete(n);
    if (waiting.size === 0) worker.unref();
    if (rules === undefined) answer?.reject(new Error(failure));
    else answer?.resolve(rules);
  });
  worker.on('error', (error) => {
    for (const { reject } of waiting.values()) reject(error);
    waiting.clear();
  });
  return worker;
}
