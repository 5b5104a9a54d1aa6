import type { Shelf, Store } from '../authorization-server/store.js';

/**
 * A store in this process; every answer comes at once.
 * @param now the clock the entries age on, in milliseconds
 * @param capacity how many entries a shelf holds before the oldest goes
 */
export function memoryStore(now: () => number, capacity = 20_000): Store {
  const shelves: MemoryShelf<unknown>[] = [];
  function shelf<T>(): Shelf<T> {
    const made = new MemoryShelf<T>(now, capacity);
    shelves.push(made as MemoryShelf<unknown>);
    return made;
  }
  return {
    codes: shelf(),
    spentCodes: shelf(),
    accessTokens: shelf(),
    refreshTokens: shelf(),
    spentRefreshTokens: shelf(),
    revokedGrants: shelf(),
    pushedRequests: shelf(),
    spentPushedRequests: shelf(),
    verifiers: shelf(),
    assertions: shelf(),
    clients: shelf(),
    clear: () => shelves.forEach((each) => each.clear()),
  };
}

interface Entry<T> {
  readonly value: T;
  readonly until: number;
}

class MemoryShelf<T> implements Shelf<T> {
  readonly #now: () => number;
  readonly #capacity: number;
  readonly #entries = new Map<string, Entry<T>>();

  constructor(now: () => number, capacity: number) {
    this.#now = now;
    this.#capacity = capacity;
  }

  put(key: string, value: T, until: number): void {
    this.#entries.delete(key);
    this.#entries.set(key, { value, until });
    this.#forgetOldest();
  }

  find(key: string): T | undefined {
    const entry = this.#entries.get(key);
    if (entry === undefined) return undefined;
    if (entry.until > this.#now()) return entry.value;
    this.#entries.delete(key);
    return undefined;
  }

  add(key: string, value: T, until: number): boolean {
    if (this.find(key) !== undefined) return false;
    this.put(key, value, until);
    return true;
  }

  drop(key: string): void {
    this.#entries.delete(key);
  }

  clear(): void {
    this.#entries.clear();
  }

  /** Two looks at the oldest for one new entry: what has expired goes sooner than it comes, and no timer is needed. */
  #forgetOldest(): void {
    for (let look = 0; look < 2; look += 1) {
      const oldest = this.#entries.entries().next();
      if (oldest.done || (this.#entries.size <= this.#capacity && oldest.value[1].until > this.#now())) return;
      this.#entries.delete(oldest.value[0]);
    }
  }
}
