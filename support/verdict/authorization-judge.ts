import { Inconclusive, NothingToJudge, Violation } from './findings.js';
import { demandControl, type ControlBench } from './demand-control.js';
import type { ErrorRedirectOracle } from './error-redirect.js';
import type { Exchange } from '../wire/exchange.js';

/** What came of an authorization request, as the client that made it tells. */
export type AuthorizationOutcome =
  | { readonly kind: 'code'; readonly exchange: Exchange; readonly landing: { readonly kind: string; readonly url?: string } }
  | {
      readonly kind: 'refused';
      readonly exchange: Exchange;
      readonly landing: { readonly kind: string; readonly url?: string };
      readonly error: string | undefined;
      readonly state: string;
    };

export interface AuthorizationBench extends ControlBench {
  /** True when a 5xx has repeated while the control is granted, and so is a refusal. */
  secondLook(): Promise<boolean>;
}

/** Judges what the authorization endpoint does: a refusal may be a redirect, a page of any status or JSON. */
export class AuthorizationJudge {
  readonly #bench: AuthorizationBench;

  constructor(bench: AuthorizationBench) {
    this.#bench = bench;
  }

  /** RFC 6749 §4.1.2: a code comes back to the client. */
  async codeIssued(outcome: AuthorizationOutcome): Promise<void> {
    if (outcome.kind === 'code') return;
    await this.#countsAsRefusal(outcome);
    throw new Violation('an authorization code', refusalTold(outcome), { exchanges: [outcome.exchange.n] });
  }

  /** The request that every control begins with: broken only where the server grants something else. */
  async controlIssued(outcome: AuthorizationOutcome): Promise<void> {
    if (outcome.kind === 'code') return;
    const control = await this.#bench.control();
    const { n } = outcome.exchange;
    if (control.granted)
      throw new Violation('an authorization code, as for the same request before', refusalTold(outcome), { exchanges: [n] });
    if (control.grantedInstead === undefined)
      throw new Inconclusive(`the server grants nothing: ${control.cause}`, { exchanges: control.exchanges });
    throw new Violation('an authorization code', `${refusalTold(outcome)}, yet granted: ${control.grantedInstead}`, {
      exchanges: [n, ...control.exchanges],
    });
  }

  /** No code comes, in whatever form the request is refused. */
  async noCodeIssued(outcome: AuthorizationOutcome): Promise<void> {
    if (outcome.kind === 'code')
      throw new Violation('no authorization code', 'a redirect that carries a code', { exchanges: [outcome.exchange.n] });
    await this.#countsAsRefusal(outcome);
  }

  /** The form of a refusal; a code leaves the rule nothing to judge, the effect rule speaks there. */
  async refusalForm(outcome: AuthorizationOutcome, oracle: ErrorRedirectOracle): Promise<void> {
    if (outcome.kind === 'code') throw new NothingToJudge('a code was issued, so there is no refusal whose form could be judged');
    await this.#countsAsRefusal(outcome);
    oracle(outcome);
  }

  /** The parameters of an error redirect, RFC 6749 §4.1.2.1, for a form rule; a page is no redirect to judge. */
  async errorRedirect(outcome: AuthorizationOutcome): Promise<URLSearchParams> {
    if (outcome.kind === 'code') throw new NothingToJudge('a code was issued, so there is no refusal whose form could be judged');
    await this.#countsAsRefusal(outcome);
    if (outcome.landing.kind !== 'redirect-uri' || outcome.landing.url === undefined)
      throw new NothingToJudge('the server refused by a page, not by a redirect');
    return responseParameters(outcome.landing.url);
  }

  /** A refusal counts where the control is granted, and a server error only when it has repeated. */
  async #countsAsRefusal({ exchange }: AuthorizationOutcome): Promise<void> {
    if (exchange.outcome.kind === 'answer' && exchange.outcome.status >= 500 && !(await this.#bench.secondLook())) {
      throw new Inconclusive(`the authorization endpoint answered ${exchange.outcome.status}`, {
        exchanges: [exchange.n],
        serverError: true,
      });
    }
    await demandControl(this.#bench);
  }
}

/** The query of an authorization response, or its fragment where the query carries nothing of one. */
export function responseParameters(url: string): URLSearchParams {
  const { searchParams, hash } = new URL(url);
  return searchParams.has('code') || searchParams.has('error') ? searchParams : new URLSearchParams(hash.slice(1));
}

function refusalTold({ landing, exchange, ...rest }: AuthorizationOutcome): string {
  if (landing.kind === 'redirect-uri') return `a redirect with the error ${('error' in rest ? rest.error : undefined) ?? '(none)'}`;
  return exchange.outcome.kind === 'answer' ? `a page with status ${exchange.outcome.status}` : exchange.outcome.message;
}
