import { isRegisteredError } from '../protocol/errors.js';
import { headerOf, mediaTypeOf, membersOf, type AnswerForm, type FormOracle } from './answer-form.js';
import { NothingToJudge, Violation } from './findings.js';

/** RFC 6749 §5.2: a JSON object with a registered error code under 400, or 401 with invalid_client; `extra` are the codes that the target file allows besides. */
export function oauthError(extra: readonly string[] = []): FormOracle {
  return (form) => {
    const expected = `status 400 (or 401 with invalid_client), application/json and an error code of OAuth${extra.length > 0 ? `, or one of ${extra.join(', ')}` : ''}`;
    const { error, error_description } = membersOf(form);
    const faults = [
      form.status === 400 || (form.status === 401 && error === 'invalid_client') ? '' : `status ${form.status}`,
      mediaTypeOf(form) === 'application/json' ? '' : `Content-Type: ${headerOf(form, 'content-type') ?? 'absent'}`,
      typeof error === 'string' && (isRegisteredError(error, 'token') || extra.includes(error)) ? '' : codeTold(form),
      error_description === undefined || typeof error_description === 'string'
        ? ''
        : `error_description: ${JSON.stringify(error_description)}`,
    ].filter(Boolean);
    if (faults.length > 0) throw violation(form, expected, faults.join(', '));
    return undefined;
  };
}

/** A client that nobody knows: any of the codes that the target lists, under 400, or 401 for invalid_client. */
export function unknownClientError(errors: readonly string[]): FormOracle {
  return (form) => {
    const { error } = membersOf(form);
    const lawfulStatus = form.status === 400 || (form.status === 401 && error === 'invalid_client');
    if (typeof error !== 'string' || !errors.includes(error) || !lawfulStatus) {
      throw violation(
        form,
        `JSON with the error ${errors.join(' or ')} under status 400 (or 401 with invalid_client)`,
        `status ${form.status} with ${codeTold(form)}`,
      );
    }
    return error === 'invalid_client' ? undefined : `an unknown client is answered with ${error}, where RFC 6749 §5.2 names invalid_client`;
  };
}

/** The refusal says this very code; one that the target file allows besides is noted. */
export function errorCode(code: string, extra: readonly string[] = []): FormOracle {
  return (form) => {
    const { error } = membersOf(form);
    if (form.response.kind === 'unreadable') throw new NothingToJudge(`the refusal names no error: ${form.response.why}`);
    if (error === code) return undefined;
    if (typeof error === 'string' && extra.includes(error)) return `the error is ${error}, which the target file allows besides ${code}`;
    throw violation(form, [code, ...extra].map((lawful) => `error: ${JSON.stringify(lawful)}`).join(' or '), codeTold(form));
  };
}

/**
 * The refusal names one of these codes; one that is tolerated instead is noted. A code that is not registered is another
 * rule's concern, and so is a refusal that names none.
 */
export function namesError(codes: readonly string[], tolerated: readonly string[] = []): FormOracle {
  return (form) => {
    const { error } = membersOf(form);
    if (typeof error !== 'string') throw new NothingToJudge('the refusal names no error');
    if (codes.includes(error)) return undefined;
    if (tolerated.includes(error)) return `the error is ${error}, where RFC 6749 §5.2 names ${codes.join(' or ')}`;
    if (!isRegisteredError(error, 'token'))
      throw new NothingToJudge(`the error ${JSON.stringify(error)} is not registered, which another rule judges`);
    throw violation(form, [...codes, ...tolerated].map((lawful) => `error: ${JSON.stringify(lawful)}`).join(' or '), codeTold(form));
  };
}

/** No grant type was named, RFC 6749 §5.2. */
export function grantTypeMissing(byPublicClient: boolean): FormOracle {
  return namesError(['invalid_request'], ['unsupported_grant_type', ...unauthenticated(byPublicClient)]);
}

/** A grant type was named that the server does not have, RFC 6749 §5.2. */
export function grantTypeUnknown(byPublicClient: boolean): FormOracle {
  return namesError(['unsupported_grant_type'], unauthenticated(byPublicClient));
}

/** invalid_client holds of a request without client authentication, too: a server may ask for it with every grant that it does not know. */
function unauthenticated(byPublicClient: boolean): readonly string[] {
  return byPublicClient ? ['invalid_client'] : [];
}

function codeTold(form: AnswerForm): string {
  const { error } = membersOf(form);
  if (form.response.kind === 'unreadable') return form.response.why;
  return error === undefined ? 'no error code' : `error: ${JSON.stringify(error)}`;
}

function violation({ n }: AnswerForm, expected: string, received: string): Violation {
  return new Violation(expected, received, { exchanges: [n] });
}
