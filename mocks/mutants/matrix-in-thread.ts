import { availableParallelism } from 'node:os';
import { Worker } from 'node:worker_threads';
import type { RuleResult } from '../../support/run/run.js';
import type { Question } from './matrix-judge.js';

interface Answer {
  readonly n: number;
  readonly rules?: readonly RuleResult[];
  readonly failure?: string;
}

type Judging = (question: Question) => Promise<readonly RuleResult[]>;

const threads: Judging[] = [];

/** Judges in a thread of its own: node:test follows every promise of the one that its tests run in, which takes a quarter of the time. */
export async function judgedInThread(question: Question): Promise<readonly RuleResult[]> {
  const thread = (threads[0] ??= begun());
  return thread(question);
}

/** Judges one question after another on every core; the answers are in the order of the questions. */
export async function judgedOnAllCores(questions: readonly Question[]): Promise<readonly (readonly RuleResult[])[]> {
  const answers: (readonly RuleResult[])[] = [];
  const waiting = [...questions.entries()];
  const work = async (thread: Judging): Promise<void> => {
    for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) answers[next[0]] = await thread(next[1]);
  };
  await Promise.all(Array.from({ length: availableParallelism() }, (_, index) => work((threads[index] ??= begun()))));
  return answers;
}

/** Keeps the process alive only while something is asked. */
function begun(): Judging {
  const worker = new Worker(new URL('./matrix-thread.ts', import.meta.url));
  const waiting = new Map<number, PromiseWithResolvers<readonly RuleResult[]>>();
  let asked = 0;
  worker.on('message', ({ n, rules, failure }: Answer) => {
    const answer = waiting.get(n);
    waiting.delete(n);
    if (waiting.size === 0) worker.unref();
    if (rules === undefined) answer?.reject(new Error(failure));
    else answer?.resolve(rules);
  });
  let ended: Error | undefined;
  const end = (reason: Error): void => {
    ended ??= reason;
    for (const { reject } of waiting.values()) reject(ended);
    waiting.clear();
  };
  worker.on('error', end);
  worker.on('exit', (code) => end(new Error(`the thread that judges has ended with ${code}`)));
  return async (question) => {
    if (ended !== undefined) throw ended; // whoever waits for a thread that is gone waits for ever, and nothing keeps the process
    asked += 1;
    const answer = Promise.withResolvers<readonly RuleResult[]>();
    waiting.set(asked, answer);
    worker.ref();
    worker.postMessage({ n: asked, question });
    return answer.promise;
  };
}
