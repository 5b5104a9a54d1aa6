import { isScalar, type Node } from 'yaml';
import { shown } from './fault.js';
import { interpolate, refersToEnvironment } from './interpolate.js';
import { nearest, slipOf } from './nearest.js';
import { kindOf, type Reading } from './reading.js';
import type { Shape } from './shape.js';
import { urlFor, urlRules, type UrlUse } from './urls.js';

/** How a JSON Schema says that the environment may fill the value in. */
const reference = { type: 'string', pattern: '\\$\\{[A-Za-z_][A-Za-z0-9_]*\\}' };

/** Any text. A secret one is never shown in a fault. */
export function text(
  expected: string,
  options: { readonly secret?: boolean; readonly empty?: boolean; readonly pattern?: string } = {},
): Shape<string> {
  const pattern = options.pattern === undefined ? undefined : new RegExp(options.pattern, 'u');
  return {
    schema: {
      type: 'string',
      ...(options.empty === true ? {} : { minLength: 1 }),
      ...(options.pattern === undefined ? {} : { pattern: `${options.pattern}|\\$\\{` }),
    },
    read(node, key, reading) {
      const scalar = scalarAt(node, key, reading, expected, options.secret);
      if (scalar === undefined) return undefined;
      const { value, found } = scalar;
      if (typeof value !== 'string')
        return refuse(reading, key, found, expected, value === null ? '' : 'Put quotes around it to make it a text.');
      if (value === '' && options.empty !== true)
        return refuse(
          reading,
          key,
          found === 'empty' ? found : `${found}, which is empty`,
          expected,
          'Give it a value, or leave the key out.',
        );
      return pattern === undefined || pattern.test(value) ? value : refuse(reading, key, found, expected, '');
    },
  };
}

/** One word of a few. */
export function choice<const W extends string>(
  what: string,
  words: readonly W[],
  options: { readonly mend?: (word: string) => string } = {},
): Shape<W> {
  const expected = `${what} is one of ${words.join(', ')}`;
  return {
    schema: { anyOf: [{ enum: words }, reference] },
    read(node, key, reading) {
      const scalar = scalarAt(node, key, reading, expected);
      if (scalar === undefined) return undefined;
      const word = words.find((known) => known === scalar.value);
      if (word !== undefined) return word;
      const given = typeof scalar.value === 'string' ? scalar.value : '';
      const slip = slipOf(given, words);
      const mend =
        options.mend?.(given) ?? (slip === undefined ? `The nearest is ${nearest(given, words) ?? ''}.` : `Did you mean ${slip}?`);
      return refuse(reading, key, scalar.found, expected, given === '' ? '' : mend);
    },
  };
}

/** A number from `least` on; whole where it counts something. */
export function number(what: string, least: number, options: { readonly whole?: boolean } = {}): Shape<number> {
  const expected = `${what} is a ${options.whole === true ? 'whole ' : ''}number, ${least} or more`;
  return {
    schema: { anyOf: [{ type: options.whole === true ? 'integer' : 'number', minimum: least }, reference] },
    read(node, key, reading) {
      const scalar = scalarAt(node, key, reading, expected);
      if (scalar === undefined) return undefined;
      const value = scalar.fromEnvironment && /^\d{1,15}(\.\d{1,15})?$/.test(String(scalar.value)) ? Number(scalar.value) : scalar.value;
      const fits =
        typeof value === 'number' && Number.isFinite(value) && value >= least && (options.whole !== true || Number.isInteger(value));
      return fits ? value : refuse(reading, key, scalar.found, expected, quotesToTakeOff(scalar, /^[\d.]+$/));
    },
  };
}

/** true or false. */
export function flag(what: string): Shape<boolean> {
  const expected = `${what} is true or false`;
  return {
    schema: { anyOf: [{ type: 'boolean' }, reference] },
    read(node, key, reading) {
      const scalar = scalarAt(node, key, reading, expected);
      if (scalar === undefined) return undefined;
      if (typeof scalar.value === 'boolean') return scalar.value;
      if (scalar.fromEnvironment && (scalar.value === 'true' || scalar.value === 'false')) return scalar.value === 'true';
      const mend =
        quotesToTakeOff(scalar, /^(true|false)$/) ||
        (/^(yes|on|no|off)$/i.test(String(scalar.value)) ? `Write ${/^(yes|on)$/i.test(String(scalar.value))}.` : '');
      return refuse(reading, key, scalar.found, expected, mend);
    },
  };
}

/** A URL fit for its use. Whether plain http is allowed is judged when the whole file has been read. */
export function url(use: UrlUse): Shape<string> {
  const { expected, pattern, mend } = urlRules[use];
  return {
    schema: { type: 'string', pattern },
    read(node, key, reading) {
      const scalar = scalarAt(node, key, reading, expected);
      if (scalar === undefined) return undefined;
      const parsed = typeof scalar.value === 'string' ? urlFor(use, scalar.value) : undefined;
      if (parsed === undefined) return refuse(reading, key, scalar.found, expected, mend(String(scalar.value)));
      if (use !== 'redirect URI') reading.urls.push({ key, url: parsed, use, found: scalar.found });
      return String(scalar.value);
    },
  };
}

interface ReadScalar {
  readonly value: unknown;
  /** As the file writes it. */
  readonly found: string;
  readonly fromEnvironment: boolean;
}

function scalarAt(node: Node, key: string, reading: Reading, expected: string, secret = false): ReadScalar | undefined {
  if (!isScalar(node) || node.value instanceof Uint8Array)
    return refuse(reading, key, isScalar(node) ? 'binary data' : shown(kindOf(node), true), expected, '');
  const found = shown(node.value, secret);
  if (typeof node.value !== 'string' || !node.value.includes('${')) return { value: node.value, found, fromEnvironment: false };
  const result = interpolate(node.value, reading.environment);
  if ('malformed' in result) {
    return refuse(
      reading,
      key,
      'a text with "${" in it',
      'that begins the name of an environment variable, as in ${ACME_SECRET}',
      'For the two characters themselves write $${.',
    );
  }
  if ('unset' in result) {
    return refuse(
      reading,
      key,
      `read from \${${result.unset}}`,
      'this environment variable is not set',
      `Set it before you start: export ${result.unset}=…`,
    );
  }
  return { value: result.text, found, fromEnvironment: refersToEnvironment(node.value) };
}

function quotesToTakeOff(scalar: ReadScalar, pattern: RegExp): string {
  return typeof scalar.value === 'string' && !scalar.fromEnvironment && pattern.test(scalar.value) ? 'Take the quotes off.' : '';
}

function refuse(reading: Reading, key: string, found: string, expected: string, mend: string): undefined {
  reading.fault(key, { found, expected, mend });
}
