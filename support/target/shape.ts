import type { Node } from 'yaml';
import type { Reading } from './reading.js';

export type JsonSchema = Readonly<Record<string, unknown>>;

/** A part of the target file: how it is read, and how a JSON Schema says the same. */
export interface Shape<T> {
  /** The value, or undefined after telling the reading what is wrong. */
  readonly read: (node: Node, key: string, reading: Reading) => T | undefined;
  readonly schema: JsonSchema;
}

export type ValueOf<S> = S extends Shape<infer T> ? T : never;

/** The same shape with a sentence for the editor that completes the file. */
export function about<T>(description: string, shape: Shape<T>): Shape<T> {
  return { read: shape.read, schema: { ...shape.schema, description } };
}
