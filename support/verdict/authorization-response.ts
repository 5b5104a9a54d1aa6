import { NothingToJudge, Violation } from './findings.js';
import { responseParameters } from './response-parameters.js';
import type { Exchange } from '../wire/exchange.js';

/** A redirect that the authorization endpoint answered with, and the request that it answers. */
export interface AuthorizationResponse {
  readonly exchange: Exchange;
  /** As it stood in `Location`. */
  readonly url: string;
  /** The parameters of the request, decoded. */
  readonly sent: readonly (readonly [name: string, value: string])[];
}

/** Throws a `Violation` where the form of the redirect is not lawful. */
export type ResponseOracle = (response: AuthorizationResponse) => void;

/** RFC 6749 §4.1.2, §4.1.2.1: the state that was sent comes back, decoded once; one that was not sent does not. */
export const returnsState: ResponseOracle = ({ exchange, url, sent }) => {
  const [, expected] = sent.find(([name]) => name === 'state') ?? [];
  const received = responseParameters(url).getAll('state');
  if (expected === undefined ? received.length === 0 : received.length === 1 && received[0] === expected) return;
  throw new Violation(
    expected === undefined ? 'a redirect without state, as none was sent' : `state ${JSON.stringify(expected)}`,
    received.length === 0 ? 'a redirect without state' : `state ${received.map((state) => JSON.stringify(state)).join(', ')}`,
    { exchanges: [exchange.n] },
  );
};

/** RFC 6749 §3.1.2: the parameters of the response are added to the query that the redirect URI has. */
export function keepsQueryOf(redirectUri: string): ResponseOracle {
  return ({ exchange, url }) => {
    const kept = [...new URL(redirectUri).searchParams];
    const received = [...new URL(url).searchParams];
    const lost = kept.filter(([name, value]) => !received.some(([other, text]) => other === name && text === value));
    if (lost.length === 0) return;
    throw new Violation(
      `a redirect whose query still holds ${told(kept)}`,
      `a redirect whose query ${received.length === 0 ? 'is empty' : `holds ${received.map(([name]) => name).join(', ')}`} and has lost ${told(lost)}`,
      { exchanges: [exchange.n] },
    );
  };
}

/** RFC 6749 §4.1.2, Appendix A.11: the code is visible ASCII and spaces, in the query, and not in the fragment. */
export const deliversCode: ResponseOracle = ({ exchange, url }) => {
  const { searchParams, hash } = new URL(url);
  const inFragment = new URLSearchParams(hash.slice(1)).has('code');
  const code = searchParams.get('code');
  if (code === null && !inFragment) throw new NothingToJudge('no code came');
  const faults = [
    inFragment ? 'a code in the fragment' : '',
    code === null || /^[\x20-\x7e]+$/.test(code) ? '' : 'a code that holds characters beyond visible ASCII and space',
  ].filter(Boolean);
  if (faults.length > 0)
    throw new Violation('a code of visible ASCII and spaces in the query alone', faults.join(', '), { exchanges: [exchange.n] });
};

function told(pairs: readonly (readonly [string, string])[]): string {
  return pairs.map(([name, value]) => `${name}=${JSON.stringify(value)}`).join(' and ');
}
