import { told } from './control.js';
import { Violation } from './findings.js';
import { outcomeOf } from './outcome.js';
import type { Exchange } from '../wire/exchange.js';

/** What only a server says that has looked into a token request; `invalid_request` could be its way to refuse plain http. */
const ofAReader: readonly string[] = ['invalid_client', 'invalid_grant', 'unauthorized_client', 'unsupported_grant_type', 'invalid_scope'];

/**
 * RFC 6749 §3.2: nothing that came in the clear is treated as a token request. Silence, a closed connection, a redirect
 * to https and any page or refusal that does not tell one request from another are all lawful.
 */
export function notServedInTheClear(answer: Exchange): void {
  const outcome = outcomeOf(answer);
  const read = outcome.kind === 'refused' && outcome.response.kind === 'error' && ofAReader.includes(outcome.response.error);
  if (outcome.kind !== 'granted' && !read) return;
  throw new Violation('no answer over plain http, a redirect to https, or a refusal that has not read the request', told(outcome), {
    exchanges: [answer.n],
  });
}
