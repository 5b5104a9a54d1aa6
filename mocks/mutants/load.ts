import { existsSync, readdirSync } from 'node:fs';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import type { Mutant } from '../authorization-server/mutant.js';

const folder = new URL('./', import.meta.url);
/** Sources end in `.ts`, the published package in `.js`. */
const ending = import.meta.url.endsWith('.ts') ? '.ts' : '.js';

/** The mutant of that id: `<rule id>`, or `<rule id>+<variant>`. Throws where there is none, naming the nearest. */
export function loadMutant(id: string): Mutant {
  const file = new URL(`${id}${ending}`, folder);
  if (!mutantIds().includes(id) || !existsSync(file))
    throw new RangeError(`There is no mutant ${id}; the nearest is ${nearest(id) ?? 'none'}`);
  const { default: mutant } = createRequire(import.meta.url)(fileURLToPath(file)) as { readonly default: Mutant };
  return mutant;
}

let known: readonly string[] | undefined;

/** The ids of all mutants, in alphabetical order; the folder is read once. */
export function mutantIds(): readonly string[] {
  return (known ??= idsWithin(folder));
}

function idsWithin(room: URL): readonly string[] {
  return readdirSync(room, { recursive: true, encoding: 'utf8' })
    .map((file) => file.replaceAll('\\', '/'))
    .filter((file) => file.includes('/') && file.endsWith(ending) && !file.endsWith('.test' + ending) && !file.endsWith('.d.ts'))
    .map((file) => file.slice(0, -ending.length))
    .sort();
}

/** The id with the longest common beginning. */
function nearest(id: string): string | undefined {
  const common = (other: string): number => [...other].findIndex((character, at) => character !== id[at]);
  return [...mutantIds()].sort((left, right) => common(right) - common(left))[0];
}
