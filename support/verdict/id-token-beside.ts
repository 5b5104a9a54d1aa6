import type { AuthorizationResponse, ResponseOracle } from './authorization-response.js';
import { Violation } from './findings.js';
import { readableIdToken } from './id-token-form.js';
import type { CarriedIdToken } from './id-token-signature.js';
import { responseParameters } from './response-parameters.js';

/** The ID Token that an authorization response carries beside its code, where it carries one: OpenID Connect Core §3.3.2.5. */
export function idTokenBeside({ exchange, url }: AuthorizationResponse): CarriedIdToken {
  return { n: exchange.n, id_token: responseParameters(url).get('id_token') ?? undefined };
}

/** OpenID Connect Core §3.3.2.11: the nonce of the request stands in the ID Token of its response. */
export const returnsNonceBeside: ResponseOracle = (response) => {
  const { n, id_token } = idTokenBeside(response);
  const { nonce = null } = readableIdToken(id_token).claims;
  const [, sent] = response.sent.find(([name]) => name === 'nonce') ?? [];
  if (sent === undefined || nonce === sent) return;
  throw new Violation(`nonce: ${JSON.stringify(sent)}`, nonce === null ? 'no nonce' : `nonce: ${JSON.stringify(nonce)}`, {
    exchanges: [n],
  });
};
