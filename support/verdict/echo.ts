import { parse } from '../protocol/form.js';
import type { Exchange } from '../wire/exchange.js';
import { Violation } from './findings.js';

/** Parameters of a token request that no answer repeats, whatever came of it. */
const kept = ['code_challenge', 'code_verifier', 'client_secret'];
/** Shorter values turn up in an answer by chance. */
const shortest = 20;

/**
 * The answer holds none of the values that the client keeps to itself: those of its request, and `others` by name.
 * They are sought as they are, percent-encoded and escaped, in the body and in every header field.
 */
export function repeatsNothing(answer: Exchange, others: Readonly<Record<string, string | undefined>> = {}): void {
  for (const [name, value] of [...sent(answer), ...Object.entries(others)]) {
    if (value === undefined || value.length < shortest) continue;
    const place = placeOf(value, answer);
    if (place !== undefined)
      throw new Violation('an answer without challenge, verifier and client_secret', `the ${name} in ${place}`, {
        exchanges: [answer.n],
      });
  }
}

/** Where the answer holds the value, as it is, percent-encoded or escaped: `the body`, or a header field; undefined where it does not. */
export function placeOf(value: string, { outcome }: Exchange): string | undefined {
  if (outcome.kind !== 'answer') return undefined;
  const places = [
    ['the body', outcome.body] as const,
    ...Object.entries(outcome.headers).map(([name, field]) => [`the header ${name}`, [field].flat().join('\n')] as const),
  ];
  return places.find(([, text]) => writings(text).some((writing) => writing.includes(value)))?.[0];
}

function sent({ request }: Exchange): readonly (readonly [string, string])[] {
  return parse(request.body).fields.filter(([name]) => kept.includes(name));
}

function writings(text: string): readonly string[] {
  const unescaped = text.replace(/\\u([0-9a-f]{4})/gi, (_, hex: string) => String.fromCharCode(parseInt(hex, 16))).replaceAll('\\/', '/');
  const decoded = text.replace(/%([0-9a-f]{2})/gi, (_, hex: string) => String.fromCharCode(parseInt(hex, 16)));
  return [text, unescaped, decoded, decoded.replaceAll('+', ' ')];
}
