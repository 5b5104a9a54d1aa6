import { headerOf, type FormOracle } from './answer-form.js';
import { placeOf } from './echo.js';
import { Violation } from './findings.js';
import type { Exchange } from '../wire/exchange.js';

/** Shorter values turn up in an answer by chance. */
const shortest = 12;

/**
 * A token response sends nobody elsewhere, shows its tokens in no header but a cookie, and repeats nothing of what
 * the client keeps to itself, by name.
 */
export function leaksNothing(answer: Exchange, kept: Readonly<Record<string, string | undefined>>): FormOracle {
  return (form) => {
    const expected = 'tokens in the body alone, and neither code_verifier nor client_secret anywhere';
    const leak = (received: string): Violation => new Violation(expected, received, { exchanges: [form.n] });
    if (headerOf(form, 'location') !== undefined) throw leak('a Location');
    const tokens = form.response.kind === 'token' ? form.response.tokens : [];
    for (const { name, value } of tokens) {
      const header = Object.entries(form.headers).find(
        ([field, text]) =>
          field !== 'set-cookie' && typeof value === 'string' && value.length >= shortest && [text].flat().join('\n').includes(value),
      );
      if (header) throw leak(`the ${name} in the header ${header[0]}`);
    }
    for (const [name, value] of Object.entries(kept)) {
      const place = value === undefined || value.length < shortest ? undefined : placeOf(value, answer);
      if (place !== undefined) throw leak(`the ${name} in ${place}`);
    }
    return undefined;
  };
}
