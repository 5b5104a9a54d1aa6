import type { Shelf, Store } from '../authorization-server/store.js';

/**
 * A store in this process; every answer comes at once.
 * @param now the clock the entries age on, in milliseconds
 * @param capacity how many codes and tokens are kept before the oldest go
 */
export function memoryStore(now: () => number, capacity = 4000): Store {
  const shelves: MemoryShelf<unknown>[] = [];
  function shelf<T>(most: number): Shelf<T> {
    const made = new MemoryShelf<T>(now, most);
    shelves.push(made);
    return made;
  }
  return {
    codes: shelf(capacity),
    accessTokens: shelf(capacity),
    refreshTokens: shelf(capacity),
    pushedRequests: shelf(capacity),
    clients: shelf(capacity),
    // What was spent has to be remembered for longer than the thing itself, or it could be spent again.
    spentCodes: shelf(2 * capacity),
    spentRefreshTokens: shelf(2 * capacity),
    spentPushedRequests: shelf(2 * capacity),
    revokedGrants: shelf(2 * capacity),
    verifiers: shelf(10 * capacity),
    assertions: shelf(10 * capacity),
    clear: () => shelves.forEach((each) => each.clear()),
  };
}

interface Entry<T> {
  readonly value: T;
  readonly until: number;
}

/** Two generations: when the younger is full the elder is dropped whole. Nothing is ever looked for to be deleted, and no timer runs. */
class MemoryShelf<T> implements Shelf<T> {
  readonly #now: () => number;
  readonly #generation: number;
  #younger = new Map<string, Entry<T>>();
  #elder = new Map<string, Entry<T>>();

  constructor(now: () => number, capacity: number) {
    this.#now = now;
    this.#generation = Math.ceil(capacity / 2);
  }

  put(key: string, value: T, until: number): void {
    if (this.#younger.size >= this.#generation) {
      this.#elder = this.#younger;
      this.#younger = new Map();
    }
    this.#younger.set(key, { value, until });
  }

  find(key: string): T | undefined {
    const entry = this.#younger.get(key) ?? this.#elder.get(key);
    return entry !== undefined && entry.until > this.#now() ? entry.value : undefined;
  }

  add(key: string, value: T, until: number): boolean {
    if (this.find(key) !== undefined) return false;
    this.put(key, value, until);
    return true;
  }

  drop(key: string): void {
    this.#younger.delete(key);
    this.#elder.delete(key);
  }

  clear(): void {
    this.#younger = new Map();
    this.#elder = new Map();
  }
}
