import { isJsonObject, readJson } from '../../protocol/json.js';
import { quoted } from '../../target/fault.js';
import type { Answer, Failure } from '../../wire/exchange.js';

/** What came back, in one printable line: status, error and its description, or the title of a page. */
export function cameBack(outcome: Answer | Failure): string {
  if (outcome.kind === 'failure') return `no answer: ${outcome.message}`;
  const { location } = outcome.headers;
  const words = typeof location === 'string' ? `a redirect to ${quoted(location)}` : bodyTold(outcome.body);
  return [String(outcome.status), words].filter((part) => part !== '').join(' ');
}

function bodyTold(body: string): string {
  const value = readJson(body);
  if (isJsonObject(value)) {
    const parts = ['error', 'error_description'].flatMap((name) => (typeof value[name] === 'string' ? [quoted(value[name])] : []));
    return parts.length > 0 ? parts.join(' ') : 'with JSON that names no error';
  }
  const text = textOf(body);
  return text === '' ? 'with an empty body' : `with a page: ${quoted(text)}`;
}

/** The words of a page, without tags, scripts and styles. */
export function textOf(body: string): string {
  return body
    .replaceAll(/<(script|style)\b[\s\S]*?<\/\1\s*>/gi, ' ')
    .replaceAll(/<[^>]*>/g, ' ')
    .replaceAll(/\s+/g, ' ')
    .trim();
}
