import type { JsonSchema } from './shape.js';

/** Every key that a schema knows, by its last word, with the path at which it stands. A word that stands at several is left out. */
export function homesOf(schema: JsonSchema): ReadonlyMap<string, string> {
  const homes = new Map<string, string>();
  const twice = new Set<string>();
  for (const [name, path] of pathsOf(schema, '')) {
    if (homes.has(name)) twice.add(name);
    homes.set(name, path);
  }
  for (const name of twice) homes.delete(name);
  return homes;
}

function pathsOf(schema: unknown, path: string): readonly (readonly [name: string, path: string])[] {
  if (typeof schema !== 'object' || schema === null) return [];
  const properties = 'properties' in schema ? Object.entries(schema.properties as JsonSchema) : [];
  const below = properties.flatMap(([name, member]) => {
    const at = path === '' ? name : `${path}.${name}`;
    return [[name, at] as const, ...pathsOf(member, at)];
  });
  return 'items' in schema ? [...below, ...pathsOf(schema.items, `${path}[]`)] : below;
}
