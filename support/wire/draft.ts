import { serialise, type FormField } from '../protocol/form.js';
import type { HttpHeaders } from '../protocol/http.js';
import type { SentRequest } from './exchange.js';

/** A request as an actor speaks of it: fields still apart, so that a scenario can change one. */
export interface RequestDraft {
  readonly method: string;
  /** Absolute; a fragment is not sent. */
  readonly url: string;
  /** Appended to the query that the URL has already. */
  readonly query?: readonly FormField[] | undefined;
  /** Lower-case names. */
  readonly headers: HttpHeaders;
  /** The body as form fields, RFC 6749 Appendix B; `body` is then left out. */
  readonly form?: readonly FormField[] | undefined;
  readonly body?: Uint8Array | string | undefined;
  /** Default: that of a form where there is one. The empty string sends no Content-Type. */
  readonly contentType?: string | undefined;
  /** Sent once, though the server may put it off: for a rule that is about its limits. */
  readonly once?: boolean | undefined;
}

const octetsOf = new TextEncoder();
const nothing = new Uint8Array();

/** The request as it goes out. A URL that cannot be parsed is kept as it is; the transport says so. */
export function requestOf(draft: RequestDraft): SentRequest {
  const { form, body = form === undefined ? '' : serialise(form) } = draft;
  return {
    method: draft.method,
    url: address(draft),
    headers: withContentType(draft),
    body: typeof body !== 'string' ? body : body === '' ? nothing : octetsOf.encode(body),
  };
}

function address({ url, query = [] }: RequestDraft): string {
  const [bare = ''] = url.split('#', 1);
  const whole = query.length === 0 ? bare : `${bare}${bare.includes('?') ? (/[?&]$/.test(bare) ? '' : '&') : '?'}${serialise(query)}`;
  return URL.canParse(whole) ? new URL(whole).href : whole;
}

function withContentType({
  headers,
  form,
  contentType = form === undefined ? undefined : 'application/x-www-form-urlencoded',
}: RequestDraft): HttpHeaders {
  if (contentType === undefined || contentType === '' || 'content-type' in headers) return headers;
  return { ...headers, 'content-type': contentType };
}
