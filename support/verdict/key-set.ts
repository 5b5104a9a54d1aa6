import { isJsonObject, readJson, type JsonObject, type JsonValue } from '../protocol/json.js';
import type { Exchange } from '../wire/exchange.js';
import { Inconclusive, Violation } from './findings.js';

/** The keys of a JWK Set, RFC 7517 §5; undefined where the answer holds none. */
export type KeySet = readonly JsonObject[] | undefined;

/** Reads an answer; silence is inconclusive. */
export function readKeySet({ n, outcome }: Exchange): KeySet {
  if (outcome.kind === 'failure') throw new Inconclusive(`the key set was not answered: ${outcome.message}`, { exchanges: [n] });
  if (outcome.status >= 429) throw new Inconclusive(`the key set was answered with ${outcome.status}`, { exchanges: [n] });
  const value = readJson(outcome.body);
  const keys = isJsonObject(value) ? value['keys'] : undefined;
  return outcome.status === 200 && isListOfObjects(keys) ? keys : undefined;
}

/** OpenID Connect Discovery §3: a key set of public keys only; what signs is nobody else's. */
export function holdsPublicKeysOnly({ keys, exchange: { n } }: { readonly keys: KeySet; readonly exchange: Exchange }): void {
  const expected = 'a JWK Set without private members';
  if (keys === undefined) throw new Violation(expected, 'no JSON object with an array keys', { exchanges: [n] });
  const leaked = [...new Set(keys.flatMap((key) => privateMembers.filter((member) => Object.hasOwn(key, member))))];
  if (leaked.length > 0) throw new Violation(expected, `keys with ${leaked.join(', ')}`, { exchanges: [n] });
}

function isListOfObjects(value: JsonValue | undefined): value is readonly JsonObject[] {
  return Array.isArray(value) && (value as readonly JsonValue[]).every((item) => isJsonObject(item));
}

/** RFC 7518 §6.2.2, §6.3.2, §6.4.1. */
const privateMembers = ['d', 'p', 'q', 'dp', 'dq', 'qi', 'oth', 'k'];
