/** What a store answers: the value itself, or a promise of it where the store is elsewhere. */
export type Awaitable<T> = T | PromiseLike<T>;

/** Work that may have to wait for a store. It yields only promises, so on the memory store it runs through at once. */
export type Steps<T> = Iterable<PromiseLike<unknown>, T, unknown>;

/** Runs the work: its value if nothing had to be waited for, else a promise of it. */
export function conclude<T>(work: Steps<T>): T | Promise<T> {
  const steps = work[Symbol.iterator]();
  const step = steps.next();
  return step.done ? step.value : follow(steps, step.value);
}

/** Within the work: the value of an answer, waited for only where it is a promise. */
export const settled = <T>(answer: Awaitable<T>): Steps<T> => (isPromise(answer) ? waited(answer) : new Settled(answer));

function* waited<T>(answer: PromiseLike<T>): Steps<T> {
  return (yield answer) as T;
}

/** The value, once what is written down for it is written down. */
export const after = <T>(written: Awaitable<void>, value: T): Steps<T> => settled(isPromise(written) ? written.then(() => value) : value);

/** Work that is done before it begins: it is its own iterator and its own result. A generator in its place costs more than the store's answer. */
class Settled<T> implements IteratorReturnResult<T> {
  readonly done = true;
  constructor(readonly value: T) {}
  next(): this {
    return this;
  }
  [Symbol.iterator](): this {
    return this;
  }
}

export const isPromise = <T>(answer: Awaitable<T>): answer is PromiseLike<T> =>
  typeof answer === 'object' && answer !== null && 'then' in answer && typeof answer.then === 'function';

async function follow<T>(steps: Iterator<PromiseLike<unknown>, T, unknown>, first: PromiseLike<unknown>): Promise<T> {
  let step = steps.next(await first);
  while (!step.done) step = steps.next(await step.value);
  return step.value;
}
