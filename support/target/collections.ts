import { isMap, isNode, isScalar, isSeq, Scalar, type Node, type Pair, type YAMLMap } from 'yaml';
import { shown } from './fault.js';
import { nearest, slipOf } from './nearest.js';
import type { OwnName } from './own-parameters.js';
import { kindOf, within, type Reading } from './reading.js';
import type { Shape, ValueOf } from './shape.js';

type Shapes = Readonly<Record<string, Shape<unknown>>>;
type ReadOf<S extends Shapes, R extends keyof S> = { readonly [K in keyof S]?: ValueOf<S[K]> } & { readonly [K in R]: ValueOf<S[K]> };

/** A mapping of known keys. An unknown one is refused: most are slips of a known one, and a slip ignored is a knob not set. */
export function mapping<S extends Shapes, R extends keyof S & string = never>(
  what: string,
  shapes: S,
  required: readonly R[] = [],
): Shape<ReadOf<S, R>> {
  const known = Object.keys(shapes);
  return {
    schema: {
      type: 'object',
      properties: Object.fromEntries(Object.entries(shapes).map(([name, shape]) => [name, shape.schema])),
      additionalProperties: false,
      ...(required.length > 0 ? { required } : {}),
    },
    read(node, key, reading) {
      if (!isMap(node)) return refuseKind(node, key, reading, `${what} is a mapping of keys to values`);
      const entries = entriesOf(node, key, reading, (name, value) => {
        const shape = Object.hasOwn(shapes, name) ? shapes[name] : undefined;
        if (shape !== undefined) return readAt(shape, value, within(key, name), reading);
        refuseKey(name, key, { what, known }, reading);
        return undefined;
      });
      const missing = required.filter((name) => !reading.gave(within(key, name)));
      for (const name of missing) {
        reading.missing(within(key, name), `${what} needs it`, `Add ${name}: … here.`, key);
      }
      const whole = required.every((name) => entries.some(([given]) => given === name));
      return whole ? (Object.fromEntries(entries) as ReadOf<S, R>) : undefined;
    },
  };
}

/** A mapping whose keys are the user's own, but for those that are ours. */
export function record<T>(what: string, of: Shape<T>, ours: Readonly<Record<string, OwnName>> = {}): Shape<Readonly<Record<string, T>>> {
  const names = Object.keys(ours);
  return {
    schema: {
      type: 'object',
      ...(names.length > 0 ? { propertyNames: { not: { enum: names } } } : {}),
      additionalProperties: of.schema,
    },
    read(node, key, reading) {
      if (!isMap(node)) return refuseKind(node, key, reading, `${what} is a mapping of names to values`);
      const entries = entriesOf(node, key, reading, (name, value) => {
        const own = Object.hasOwn(ours, name) ? ours[name] : undefined;
        if (own === undefined) return readAt(of, value, within(key, name), reading);
        reading.fault(within(key, name), { found: 'given', ...own });
        return undefined;
      });
      return Object.fromEntries(entries);
    },
  };
}

export function list<T>(what: string, of: Shape<T>, atLeast = 0): Shape<readonly T[]> {
  return {
    schema: { type: 'array', items: of.schema, ...(atLeast > 0 ? { minItems: atLeast } : {}) },
    read(node, key, reading) {
      if (!isSeq(node)) return refuseKind(node, key, reading, `${what} is a list`, 'Write it as a list: [ … ].');
      if (node.items.length < atLeast) {
        reading.fault(key, {
          found: 'empty',
          expected: `${what} is a list with one entry at least`,
          mend: 'Name one, or leave the key out.',
        });
        return undefined;
      }
      return node.items.flatMap((item, index) => {
        const value = readAt(of, item as Node, within(key, index), reading);
        return value === undefined ? [] : [value];
      });
    },
  };
}

function refuseKey(name: string, parent: string, of: { readonly what: string; readonly known: readonly string[] }, reading: Reading): void {
  const bare = name.replace(/_(endpoint|uri|url)$/, '');
  const home = reading.homes.get(name) ?? (name === bare ? undefined : reading.homes.get(bare));
  const slip = slipOf(name, of.known) ?? slipOf(bare, of.known);
  const meant = home ?? (slip === undefined ? undefined : within(parent, slip));
  if (meant !== undefined) reading.means(meant);
  const found = `no key of ${of.what}`;
  if (home !== undefined) return reading.fault(within(parent, name), { found, expected: `the key is ${home}`, mend: `Move it there.` });
  const near = nearest(name, of.known) ?? '';
  if (slip === undefined)
    return reading.fault(within(parent, name), {
      found,
      expected: `known are ${of.known.join(', ')}`,
      mend: `The nearest known key is ${near}.`,
    });
  reading.fault(within(parent, name), {
    found,
    expected: `the nearest known key is ${slip}`,
    mend: `Write ${slip}, or take the key away.`,
  });
}

function refuseKind(node: Node, key: string, reading: Reading, expected: string, mend = ''): undefined {
  const found = shown(kindOf(node), true);
  reading.fault(key, { found: key === '' ? `is ${found}` : found, expected, mend });
}

function entriesOf<T>(node: YAMLMap, key: string, reading: Reading, read: (name: string, value: Node) => T | undefined): [string, T][] {
  return node.items.flatMap((pair): [string, T][] => {
    const name = nameOf(pair);
    reading.note(within(key, name), pair.key as Node);
    if (name === '<<') {
      reading.fault(within(key, name), mergeKey);
      return [];
    }
    const value = read(name, valueOf(pair));
    return value === undefined ? [] : [[name, value]];
  });
}

const mergeKey = {
  found: 'a merge key',
  expected: 'YAML 1.2 has none, and a target file says what it means where it means it',
  mend: 'Write the keys out here; an alias (*name) for one whole value is understood.',
};

/** Reads what stands at a key, or what an alias there stands for. */
function readAt<T>(shape: Shape<T>, node: Node, key: string, reading: Reading): T | undefined {
  reading.note(key, node);
  const resolved = reading.resolve(node);
  if (resolved !== undefined) return shape.read(resolved, key, reading);
  reading.fault(key, {
    found: 'an alias',
    expected: 'it names an anchor that stands nowhere above it',
    mend: 'A text that begins with * needs quotes.',
  });
  return undefined;
}

function nameOf(pair: Pair): string {
  return isScalar(pair.key) ? String(pair.key.value) : '';
}

/** A key without a value holds nothing, at the place of the key. */
function valueOf(pair: Pair): Node {
  if (isNode(pair.value)) return pair.value;
  const nothing = new Scalar(null);
  if (isNode(pair.key) && pair.key.range) nothing.range = pair.key.range;
  return nothing;
}
