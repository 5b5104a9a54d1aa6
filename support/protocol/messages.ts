import { parse } from './form.js';
import { deepest, duplicateMembers, isJsonObject, isTooDeep, readJson, stringMembersIn, type JsonObject, type JsonValue } from './json.js';

/** The body of a token endpoint's answer, as far as it can be understood. A token anywhere in it makes it one of tokens, whatever else it says. */
export type TokenResponse =
  | {
      readonly kind: 'token';
      /** The members of the top object, as they came: nothing is promised of their types. */
      readonly members: JsonObject;
      readonly tokens: readonly TokenMember[];
      readonly duplicates: readonly string[];
      readonly format: 'json' | 'form';
    }
  | {
      readonly kind: 'error';
      readonly error: string;
      readonly description?: string;
      readonly uri?: string;
      readonly members: JsonObject;
      readonly duplicates: readonly string[];
    }
  | {
      readonly kind: 'unreadable';
      readonly why: string;
      /** The members, where it is a JSON object all the same. */
      readonly members?: JsonObject;
    };

/** A token and where it stood: `access_token`, `data.0.refresh_token`. */
export interface TokenMember {
  readonly name: string;
  readonly path: string;
  readonly value: JsonValue;
}

const TOKEN_NAMES = ['access_token', 'refresh_token', 'id_token'];

/** Reads what a token endpoint answered. Never throws, whatever the server sent. */
export function readTokenResponse(body: string): TokenResponse {
  const value = readJson(body);
  if (value === undefined) return isTooDeep(body) ? readDeep(body) : readForm(body);
  const tokens = tokenMembers(value);
  const members = isJsonObject(value) ? value : {};
  const duplicates = duplicateMembers(body);
  if (tokens.length > 0) return { kind: 'token', members, tokens, duplicates, format: 'json' };
  if (!isJsonObject(value)) return { kind: 'unreadable', why: `JSON, but ${kindOf(value)} where an object belongs` };
  const { error, error_description: description, error_uri: uri } = value;
  if (typeof error !== 'string') return { kind: 'unreadable', why: 'a JSON object with neither access_token nor error', members };
  return {
    kind: 'error',
    error,
    ...(typeof description === 'string' ? { description } : {}),
    ...(typeof uri === 'string' ? { uri } : {}),
    members,
    duplicates,
  };
}

/**
 * The members named as tokens, at any depth. Below the top object only what could be a token counts, so that an
 * error that lists the parameters it missed is no grant.
 */
export function tokenMembers(value: JsonValue): TokenMember[] {
  const found: TokenMember[] = [];
  const pending: { readonly value: JsonValue; readonly path: string; readonly depth: number }[] = [{ value, path: '', depth: 0 }];
  for (let next = pending.pop(); next !== undefined; next = pending.pop()) {
    if (typeof next.value !== 'object' || next.value === null) continue;
    for (const [name, member] of Object.entries(next.value as JsonObject)) {
      const depth = next.depth + 1;
      const path = depth === 1 ? name : `${next.path}.${name}`;
      if (TOKEN_NAMES.includes(name) && isToken(member, depth)) found.push({ name, path, value: member });
      else pending.push({ value: member, path, depth });
    }
  }
  return found;
}

function isToken(value: JsonValue, depth: number): boolean {
  if (typeof value !== 'string') return depth === 1 && value !== null && value !== false;
  return depth === 1 ? value !== '' : /^[\x21-\x7e]{8,}$/.test(value);
}

/** A client may have more patience than this reader: a token is one however deep it stands. */
function readDeep(body: string): TokenResponse {
  const tokens = stringMembersIn(body, TOKEN_NAMES)
    .filter(([, value]) => isToken(value, deepest))
    .map(([name, value]) => ({ name, path: name, value }));
  if (tokens.length > 0) return { kind: 'token', members: {}, tokens, duplicates: [], format: 'json' };
  return { kind: 'unreadable', why: `JSON nested more than ${deepest} times` };
}

/** Some servers answer with a form; a page that happens to hold such text is none. */
function readForm(body: string): TokenResponse {
  if (body.trim() === '') return { kind: 'unreadable', why: 'an empty body' };
  if (/^\s*</.test(body)) return { kind: 'unreadable', why: 'markup where JSON belongs' };
  const members: JsonObject = Object.fromEntries(parse(body.trim()).fields);
  const tokens = tokenMembers(members);
  if (tokens.length > 0) return { kind: 'token', members, tokens, duplicates: [], format: 'form' };
  return { kind: 'unreadable', why: 'not JSON' };
}

function kindOf(value: JsonValue): string {
  if (value === null) return 'null';
  if (Array.isArray(value)) return 'an array';
  return `a ${typeof value}`;
}
