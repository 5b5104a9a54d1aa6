import { isRegisteredError } from '../protocol/errors.js';
import { membersOf, type AnswerForm } from './answer-form.js';
import { Violation } from './findings.js';

/** What a server may say of a message that is too large, before it reads any of it: RFC 9110 §15.5. */
const tooLarge: readonly number[] = [413, 414, 431];

/** A refusal of something oversized: an error in JSON under a status of 4xx, or a status that says no more than "too large". */
export function orderlyRefusal(form: AnswerForm): undefined {
  if (tooLarge.includes(form.status)) return undefined;
  const { error } = membersOf(form);
  const faults = [
    form.status >= 400 && form.status < 500 ? '' : `status ${form.status}`,
    typeof error === 'string' && isRegisteredError(error, 'token')
      ? ''
      : form.response.kind === 'unreadable'
        ? form.response.why
        : `error: ${JSON.stringify(error)}`,
  ].filter(Boolean);
  if (faults.length === 0) return undefined;
  throw new Violation('a status of 4xx with a registered error in JSON, or 413, 414 or 431', faults.join(', '), { exchanges: [form.n] });
}
