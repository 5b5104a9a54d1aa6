import { issuerFault } from '../protocol/metadata.js';
import type { AuthorizationResponse, ResponseOracle } from './authorization-response.js';
import { NothingToJudge, Violation } from './findings.js';
import { responseParameters } from './response-parameters.js';

/** The values of `iss` in an authorization response, RFC 9207 §2. */
export function issuersIn(url: string): readonly string[] {
  return responseParameters(url).getAll('iss');
}

/** RFC 9207 §2: a response names its issuer, once. */
export const namesItsIssuer: ResponseOracle = ({ exchange, url }) => {
  const found = issuersIn(url);
  if (found.length === 1) return;
  throw new Violation('a redirect with one iss', found.length === 0 ? 'a redirect without iss' : `iss ${found.length} times`, {
    exchanges: [exchange.n],
  });
};

/** RFC 9207 §2.3: the issuer of the metadata, character for character. */
export function namesTheIssuer(issuer: string): ResponseOracle {
  return (response) => {
    const found = onlyIssuerIn(response);
    if (found === issuer) return;
    throw new Violation(`iss ${JSON.stringify(issuer)}`, `iss ${JSON.stringify(found)}`, { exchanges: [response.exchange.n] });
  };
}

/** RFC 9207 §2: an https URL, or http on loopback, without query and fragment. */
export const namesIssuerByUrl: ResponseOracle = (response) => {
  const found = onlyIssuerIn(response);
  const fault = issuerFault(found);
  if (fault === undefined) return;
  throw new Violation('iss as an https URL (http on loopback) without query and fragment', `iss ${JSON.stringify(found)}, which ${fault}`, {
    exchanges: [response.exchange.n],
  });
};

function onlyIssuerIn({ url }: AuthorizationResponse): string {
  const [found, ...more] = issuersIn(url);
  if (found === undefined || more.length > 0) throw new NothingToJudge('the redirect does not carry one iss, which another rule judges');
  return found;
}
