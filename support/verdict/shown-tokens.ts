import { parse } from '../protocol/form.js';
import type { Exchange } from '../wire/exchange.js';
import type { FormOracle } from './answer-form.js';
import { placeOf } from './echo.js';
import { Violation } from './findings.js';
import { tokenIn } from './outcome.js';

const names = ['access_token', 'refresh_token', 'id_token'] as const;
/** Shorter values turn up in an answer by chance. */
const shortest = 12;

/** RFC 6749 §5.2, §10.5: who is refused sees no token that exchanges before this one have issued; what it sent itself it knows already. */
export function showsNoToken(answer: Exchange, before: readonly Exchange[]): FormOracle {
  const sent = new Set(parse(answer.request.body).fields.map(([, value]) => value));
  const issued = before
    .filter(({ n }) => n < answer.n)
    .flatMap((exchange) => names.map((name) => ({ name, value: tokenIn(exchange, name) ?? '' })))
    .filter(({ value }) => value.length >= shortest && !sent.has(value));
  return () => {
    for (const { name, value } of issued) {
      const place = placeOf(value, answer);
      if (place !== undefined)
        throw new Violation('a refusal without any token that was issued before', `the ${name} in ${place}`, { exchanges: [answer.n] });
    }
    return undefined;
  };
}
