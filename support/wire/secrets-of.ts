import type { HttpHeaders } from '../protocol/http.js';
import type { Exchange } from './exchange.js';
import { headerSecrets, type Reading } from './secret-fields.js';
import { isTelling } from './secret-index.js';
import { namedValues } from './secret-values.js';
import { textOf } from './shown.js';

/** Characters of a body that are searched. */
const mostBody = 64 * 1024;

/** The secrets that an exchange names as such and that may turn up elsewhere; words that a person would choose are left out. */
export function secretsOf({ request, outcome }: Exchange): ReadonlySet<string> {
  const found = new Set<string>();
  const learn = (value: string): void => {
    if (value.length >= 20 || (value.length >= 8 && isTelling(value))) found.add(value);
  };
  const inText = (text: string, reading: Reading): void => namedValues(text.slice(0, mostBody), reading).forEach(learn);
  const inField = (name: string, value: string): void => {
    if (name === 'location') return inText(value, 'url');
    headerSecrets(name, value).forEach((span) => learn(span.value));
    if (name === 'authorization') basicParts(value).forEach(learn);
  };
  const inHeaders = (headers: HttpHeaders): void => {
    for (const [name, value] of Object.entries(headers)) {
      if (typeof value === 'string') inField(name, value);
      else value.forEach((one) => inField(name, one));
    }
  };
  inText(request.url, 'url');
  inHeaders(request.headers);
  inText(textOf(request.body), 'form');
  if (outcome.kind === 'answer') {
    inHeaders(outcome.headers);
    inText(outcome.body, 'text');
  }
  return found;
}

/** The secret of Basic credentials, as sent and as decoded; the user id is no secret. */
function basicParts(authorization: string): readonly string[] {
  const [, encoded] = /^\s*basic\s+(\S+)/i.exec(authorization) ?? [];
  if (encoded === undefined) return [];
  const credentials = Buffer.from(encoded, 'base64').toString('utf8');
  const secret = credentials.slice(credentials.indexOf(':') + 1);
  return [secret, ...new URLSearchParams(`s=${secret}`).getAll('s')];
}
