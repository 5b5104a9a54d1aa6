/** What a store answers: the value itself, or a promise of it where the store is elsewhere. */
export type Awaitable<T> = T | PromiseLike<T>;

/** Work that may have to wait for a store. It yields only promises, so on the memory store it runs through at once. */
export type Steps<T> = Generator<PromiseLike<unknown>, T, unknown>;

/** Runs the work: its value if nothing had to be waited for, else a promise of it. */
export function conclude<T>(steps: Steps<T>): T | Promise<T> {
  const step = steps.next();
  return step.done ? step.value : follow(steps, step.value);
}

/** Within the work: the value of an answer, waited for only where it is a promise. */
export function* settled<T>(answer: Awaitable<T>): Steps<T> {
  return isPromise(answer) ? ((yield answer) as T) : answer;
}

export const isPromise = <T>(answer: Awaitable<T>): answer is PromiseLike<T> =>
  typeof answer === 'object' && answer !== null && 'then' in answer && typeof answer.then === 'function';

async function follow<T>(steps: Steps<T>, first: PromiseLike<unknown>): Promise<T> {
  let step = steps.next(await first);
  while (!step.done) step = steps.next(await step.value);
  return step.value;
}
