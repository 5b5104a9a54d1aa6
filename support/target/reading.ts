import { isAlias, isMap, isScalar, isSeq, type Document, type LineCounter, type Node } from 'yaml';
import type { TargetFault } from './fault.js';
import type { Environment } from './interpolate.js';
import type { Place } from './places.js';
import type { UrlUse } from './urls.js';

/** One reading of one target file: what was found wrong, and where each key stands. */
export class Reading {
  readonly faults: TargetFault[] = [];
  /** Every URL that requests will go to, to be held against `insecure_http` once that is known. */
  readonly urls: { readonly key: string; readonly url: URL; readonly use: UrlUse; readonly found: string }[] = [];
  readonly #places = new Map<string, Place>();
  readonly #meant = new Set<string>();

  constructor(
    readonly file: string,
    readonly environment: Environment,
    private readonly document: Document.Parsed,
    private readonly lines: LineCounter,
    /** Every key of the file by its last word: `client_id` -> `clients[].client_id`. */
    readonly homes: ReadonlyMap<string, string>,
  ) {}

  /** Where every key that the file has stands. */
  get places(): ReadonlyMap<string, Place> {
    return this.#places;
  }

  /** Remembers where a key's value (or, where there is none, the key) stands. */
  note(key: string, node: Node): void {
    const { line, col } = this.lines.linePos(node.range?.[0] ?? 0);
    this.#places.set(key, { line: Math.max(line, 1), column: Math.max(col, 1) });
  }

  /** The node itself, or the one that an alias stands for. */
  resolve(node: Node): Node | undefined {
    return isAlias(node) ? node.resolve(this.document) : node;
  }

  /** Whether the file has this key, be its value right or wrong, or has a slip of it: one mistake is told once. */
  gave(key: string): boolean {
    return this.#places.has(key) || this.#meant.has(key);
  }

  /** Takes down that a key was meant by one that is unknown. */
  means(key: string): void {
    this.#meant.add(key);
  }

  /** `at` is the key whose place is meant, where it is not the faulty key's own: a missing key has none. */
  fault(key: string, words: { readonly found: string; readonly expected: string; readonly mend: string }, at = key): void {
    const place = this.#places.get(at) ?? this.#places.get('') ?? { line: 1, column: 1 };
    this.faults.push({ file: this.file, ...place, key, ...words });
  }

  /** The fault of a key that is not there: it is placed at the mapping that should hold it. */
  missing(key: string, expected: string, mend: string, holder: string): void {
    this.fault(key, { found: 'missing', expected, mend }, holder);
  }
}

/** What a node is, in the user's words. */
export function kindOf(node: Node | undefined): unknown {
  if (isScalar(node)) return node.value;
  return isSeq(node) ? [] : isMap(node) ? {} : null;
}

/** `clients` + 0 = `clients[0]`, + `client_id` = `clients[0].client_id`; a name that is no word is quoted. */
export function within(parent: string, child: string | number): string {
  if (typeof child === 'number') return `${parent}[${child}]`;
  const name = /^[\w-]{1,60}$/.test(child) ? child : JSON.stringify(child.slice(0, 60).replaceAll(/[^\x20-\x7e]/g, '?'));
  return parent === '' ? name : `${parent}.${name}`;
}
