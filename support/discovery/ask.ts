import type { HttpRequest } from '../protocol/http.js';
import { isJsonObject, readJson, type JsonObject, type JsonValue } from '../protocol/json.js';
import { quoted } from '../target/fault.js';
import type { Answer, Failure } from '../wire/exchange.js';

/** Sends one request; what goes wrong on the way is a Failure, never an exception. Sizes are capped by whoever sends. */
export type Ask = (request: HttpRequest) => Promise<Answer | Failure>;

export function requestFor(method: string, url: string, headers: Readonly<Record<string, string>>, body = ''): HttpRequest {
  return { method, url, headers: { accept: 'application/json', ...headers }, body: new TextEncoder().encode(body) };
}

/** The JSON object in an answer, or in words what stands there instead. */
export function objectIn(answer: Answer): JsonObject | string {
  const value = readJson(answer.body);
  if (isJsonObject(value)) return value;
  if (value !== undefined) return `${answer.status} with JSON that is no object`;
  return answer.body.trim() === '' ? `${answer.status} with an empty body` : `${answer.status} with a body that is not JSON`;
}

/** What came of a request, as one sentence part that nothing a server sends can break out of, and without the token it was sent with. */
export function outcomeText(outcome: Answer | Failure, token?: string): string {
  if (outcome.kind === 'failure') return `no answer (${outcome.cause}): ${quoted(without(token, outcome.message))}`;
  const { location } = outcome.headers;
  return typeof location === 'string' ? `${outcome.status} to ${quoted(without(token, location))}` : String(outcome.status);
}

/** A text member of an object that somebody else wrote; undefined where it is absent, empty or of another type. */
export function textOf(object: JsonObject, name: string): string | undefined {
  const value = memberOf(object, name);
  return typeof value === 'string' && value !== '' ? value : undefined;
}

/** A list of texts, likewise. */
export function textsOf(object: JsonObject, name: string): readonly string[] | undefined {
  const value = memberOf(object, name);
  return Array.isArray(value) && value.every((item) => typeof item === 'string') ? value : undefined;
}

export function memberOf(object: JsonObject, name: string): JsonValue | undefined {
  return Object.hasOwn(object, name) ? object[name] : undefined;
}

/** A server may echo the token that it refuses. */
export function without(token: string | undefined, text: string): string {
  return token === undefined || token === '' ? text : text.replaceAll(token, '…');
}
