import { isRegisteredError } from '../protocol/errors.js';
import { membersOf, type FormOracle } from './answer-form.js';
import { NothingToJudge, Violation } from './findings.js';

/**
 * RFC 6749 §5.2: the refusal gives one of the lawful errors; one of `tolerated` is worth a note. A refusal that gives
 * none, or one that nobody registered, is judged by rules of its own.
 */
export function givesError(lawful: readonly string[], tolerated: readonly string[] = []): FormOracle {
  return (form) => {
    const { error } = membersOf(form);
    if (typeof error !== 'string') throw new NothingToJudge('the refusal gives no error');
    if (lawful.includes(error)) return undefined;
    if (tolerated.includes(error)) return `the error is ${error}, where RFC 6749 §5.2 names ${lawful.join(' or ')}`;
    if (!isRegisteredError(error, 'token')) throw new NothingToJudge(`nobody registered the error ${JSON.stringify(error)}`);
    throw new Violation(quoted([...lawful, ...tolerated]), quoted([error]), { exchanges: [form.n] });
  };
}

function quoted(errors: readonly string[]): string {
  return errors.map((error) => `error: ${JSON.stringify(error)}`).join(' or ');
}
