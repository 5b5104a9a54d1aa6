import { NothingToJudge } from './findings.js';
import type { JsonObject } from '../protocol/json.js';
import { readTokenResponse, type TokenResponse } from '../protocol/messages.js';
import type { HttpHeaders } from '../protocol/http.js';
import type { Exchange } from '../wire/exchange.js';

/** An answer as a form rule looks at it. */
export interface AnswerForm {
  /** The number of the exchange. */
  readonly n: number;
  readonly status: number;
  readonly headers: HttpHeaders;
  readonly response: TokenResponse;
}

/** Throws a `Violation` where the form is not lawful; gives back what is lawful and yet worth a note. */
export type FormOracle = (form: AnswerForm) => string | undefined;

/** The form of an answer that came. */
export function formOf({ n, outcome }: Exchange): AnswerForm {
  if (outcome.kind === 'failure') throw new NothingToJudge(`no answer came: ${outcome.message}`);
  return { n, status: outcome.status, headers: outcome.headers, response: readTokenResponse(outcome.body) };
}

/** The value of a header field, several joined as RFC 9110 §5.3 joins them; undefined where it is absent. */
export function headerOf({ headers }: AnswerForm, name: string): string | undefined {
  const value = headers[name];
  return value === undefined || typeof value === 'string' ? value : value.join(', ');
}

/** The media type without its parameters, in lower case; empty where there is none. */
export function mediaTypeOf(form: AnswerForm): string {
  return (headerOf(form, 'content-type') ?? '').split(';')[0]?.trim().toLowerCase() ?? '';
}

/** What the answer says at the top of its JSON; empty where it says nothing that can be read. */
export function membersOf({ response }: AnswerForm): JsonObject {
  return response.kind === 'unreadable' || (response.kind === 'token' && response.format === 'form') ? {} : response.members;
}
