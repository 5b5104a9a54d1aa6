import type { HttpHeaders, HttpResponse } from '../../support/protocol/http.js';
import type { ErrorPolicy, RefusalDetails, Situation } from './policy/errors.js';

/** A request that is not granted, and why. */
export class Refusal {
  constructor(
    readonly refused: Situation,
    readonly details: RefusalDetails,
  ) {}
}

export const refuse = (refused: Situation, details: RefusalDetails = {}): Refusal => new Refusal(refused, details);

export const isRefusal = (outcome: object | string | undefined): outcome is Refusal => outcome instanceof Refusal;

/** The answer of the token endpoint, and of those that answer alike, to a request that is not granted: RFC 6749 §5.2. */
export function answerRefusal(policy: ErrorPolicy, { refused, details }: Refusal, realm: string, headers: HttpHeaders = {}): HttpResponse {
  const answer = policy.errors[refused];
  const challenge = answer.status === 401 ? policy.clientAuthenticationChallenge(realm) : undefined;
  return {
    status: answer.status,
    headers: {
      'content-type': policy.errorContentType,
      ...policy.errorHeaders,
      ...(challenge === undefined ? {} : { 'www-authenticate': challenge }),
      ...headers,
    },
    body: policy.errorText(policy.errorMembers(answer, refused, details)),
  };
}
