import { NothingToJudge, Violation } from './findings.js';

/** RFC 7636 §4.4.1: an error response says in words, or by an address, what was wrong. */
export function explainsItself(parameters: URLSearchParams): void {
  if (['error_description', 'error_uri'].some((name) => (parameters.get(name) ?? '').trim() !== '')) return;
  throw new Violation(
    'an error_description or an error_uri',
    `the error ${JSON.stringify(parameters.get('error'))} and neither of the two`,
  );
}

/** What came of an authorization request, and what the client keeps to itself where a code did. */
export interface AnsweredAuthorization {
  readonly landing: { readonly kind: string; readonly url?: string };
  readonly exchange: { readonly n: number };
  readonly code?: { readonly challenge: string | undefined; readonly verifier: string };
}

/** Neither query nor fragment of the redirect back names a PKCE parameter or repeats the challenge or the verifier. */
export function carriesNoPkceParameter({ landing, exchange, code }: AnsweredAuthorization): void {
  if (landing.kind !== 'redirect-uri' || landing.url === undefined)
    throw new NothingToJudge('the server answered with a page, not with a redirect');
  const { searchParams, hash } = new URL(landing.url);
  const kept = [code?.challenge, code?.verifier].filter((value) => value !== undefined && value.length >= shortest) as string[];
  for (const [name, value] of [...searchParams, ...new URLSearchParams(hash.slice(1))]) {
    const received = pkceParameter.test(name)
      ? `the parameter ${name}`
      : kept.some((own) => value.includes(own))
        ? `its value in the parameter ${name}`
        : undefined;
    if (received === undefined) continue;
    throw new Violation('a redirect without code_challenge, code_challenge_method, code_verifier and their values', received, {
      exchanges: [exchange.n],
    });
  }
}

const pkceParameter = /^code_(?:challenge|verifier)/i;
/** Shorter values turn up by chance. */
const shortest = 20;
