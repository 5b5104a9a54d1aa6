import type { Exchange } from '../wire/exchange.js';
import type { FormOracle } from './answer-form.js';
import { repeatsNothing } from './echo.js';

/** What the client and the server alone know of a code. */
export interface KeptToThemselves {
  readonly verifier: string;
  readonly challenge: string | undefined;
  readonly client: { readonly client_secret?: string };
}

/** RFC 6749 §5.2: a refusal names the fault and gives away neither what was expected nor what came. */
export function givesNothingAway(answer: Exchange, { verifier, challenge, client }: KeptToThemselves): FormOracle {
  return () => {
    repeatsNothing(answer, { 'right code_verifier': verifier, code_challenge: challenge, client_secret: client.client_secret });
    return undefined;
  };
}
