import type { Exchange } from '../wire/exchange.js';
import { headerOf, mediaTypeOf, membersOf, type FormOracle } from './answer-form.js';
import { Violation } from './findings.js';

/** Said of a message before anything in it is read: RFC 9110 §15.5. */
const tooLarge: readonly number[] = [413, 414, 431];

/** A body that means nothing is refused under 4xx with an OAuth error in JSON; one that is too large needs no more than a status. */
export const refusedInOrder: FormOracle = (form) => {
  if (tooLarge.includes(form.status)) return undefined;
  const { error } = membersOf(form);
  const faults = [
    form.status >= 400 && form.status < 500 ? '' : `status ${form.status}`,
    mediaTypeOf(form) === 'application/json' ? '' : `Content-Type: ${headerOf(form, 'content-type') ?? 'absent'}`,
    typeof error === 'string' ? '' : form.response.kind === 'unreadable' ? form.response.why : 'no error code',
  ].filter(Boolean);
  if (faults.length === 0) return undefined;
  throw new Violation('status 4xx, application/json and an error', faults.join(', '), { exchanges: [form.n] });
};

/** A message whose framing is broken may be refused before it comes to OAuth, with whatever body. */
export const refusedAtAll: FormOracle = ({ n, status }) => {
  if (status >= 400 && status < 500) return undefined;
  throw new Violation('status 4xx, or a closed connection', `status ${status}`, { exchanges: [n] });
};

/** The server hung up on the message. */
export function hungUp({ outcome }: Exchange): boolean {
  return outcome.kind === 'failure' && outcome.cause === 'reset';
}
