import MemoryAdapter from 'oidc-provider/lib/adapters/memory_adapter.js';

interface Entry {
  readonly value: unknown;
  readonly expiresAt: number;
}

/**
 * The adapter that oidc-provider comes with, on a store that forgets nothing before its time: its own holds a thousand
 * entries, so a run would push codes and registered clients out while they are still good.
 */
export function memoryAdapter(): (model: string) => object {
  const entries = new Map<string, Entry>();
  const store = {
    get(key: string): unknown {
      const entry = entries.get(key);
      if (entry === undefined || entry.expiresAt > Date.now()) return entry?.value;
      entries.delete(key);
      return undefined;
    },
    set: (key: string, value: unknown, { maxAge = Infinity }: { readonly maxAge?: number } = {}) =>
      void entries.set(key, { value, expiresAt: Date.now() + maxAge }),
    delete: (key: string) => void entries.delete(key),
  };
  return (model) => new MemoryAdapter(model, store);
}
