import { Inconclusive, judgingRefusal, NothingToJudge, Violation } from './findings.js';
import { demandControl, type ControlBench } from './demand-control.js';
import type { ErrorRedirectOracle } from './error-redirect.js';
import type { AuthorizationResponse, ResponseOracle } from './authorization-response.js';
import { strayed, wentAstray } from './redirect-target.js';
import { grantedIn, responseParameters } from './response-parameters.js';
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
    throw new Violation('an authorization code', refusalTold(outcome), { exchanges: [outcome.exchange.n], byRefusal: 'server' });
  }

  /** The request that every control begins with: broken only where the server grants something else. */
  async controlIssued(outcome: AuthorizationOutcome): Promise<void> {
    if (outcome.kind === 'code') return;
    await this.#settled(outcome);
    const control = await this.#bench.control();
    const { n } = outcome.exchange;
    if (control.granted)
      throw new Violation('an authorization code, as for the same request before', refusalTold(outcome), {
        exchanges: [n],
        byRefusal: 'server',
      });
    if (control.grantedInstead === undefined)
      throw new Inconclusive(`the server grants nothing: ${control.cause}`, { exchanges: control.exchanges });
    throw new Violation('an authorization code', `${refusalTold(outcome)}, yet granted: ${control.grantedInstead}`, {
      exchanges: [n, ...control.exchanges],
    });
  }

  /** No code comes, in whatever form the request is refused. */
  async noCodeIssued(outcome: AuthorizationOutcome): Promise<void> {
    nothingGranted(outcome);
    await this.#countsAsRefusal(outcome);
  }

  /** It came to no code where a code belongs; what a redirect brings elsewhere is for other rules to judge. */
  async refusedAtAll(outcome: AuthorizationOutcome & { readonly kind: 'refused' }): Promise<void> {
    await this.#countsAsRefusal(outcome);
  }

  /** No code comes, and nothing is sent to the redirect URI that was asked for, nor to any other that is not registered. */
  async nothingSentAstray(outcome: AuthorizationOutcome, registered: readonly string[], requested?: string): Promise<void> {
    nothingGranted(outcome);
    const { landing, exchange } = outcome;
    if (landing.kind === 'redirect-uri' && landing.url !== undefined && wentAstray(landing.url, registered, requested)) {
      throw new Violation(
        `a page of the server${registered.length > 0 ? ', or a redirect to a registered URI' : ' and no redirect'}`,
        `a redirect to ${landing.url.split(/[?#]/, 1)[0]}`,
        { exchanges: [exchange.n] },
      );
    }
    await this.#countsAsRefusal(outcome);
  }

  /** A code goes to this redirect URI alone; where there is none, nothing is sent to a URI that is not registered. */
  async sentToNoOther(outcome: AuthorizationOutcome, redirectUri: string, registered: readonly string[]): Promise<void> {
    const { landing, exchange } = outcome;
    if (landing.kind === 'redirect-uri' && landing.url !== undefined) {
      const granted = grantedIn(landing.url);
      const astray =
        outcome.kind === 'code' || granted.length > 0 ? strayed(landing.url, redirectUri, registered) : wentAstray(landing.url, registered);
      if (astray)
        throw new Violation(
          `a redirect to ${redirectUri}, or a refusal`,
          `a redirect to ${landing.url.split(/[?#]/, 1)[0]}${granted.length > 0 ? ` that carries ${granted.join(' and ')}` : ''}`,
          { exchanges: [exchange.n] },
        );
    }
    if (outcome.kind === 'refused') await this.#countsAsRefusal(outcome);
  }

  /** Two requests end alike: both in a code, or both without. The first may be refused by these errors whatever became of the other. */
  async sameFate(outcome: AuthorizationOutcome, beside: AuthorizationOutcome, than: string, lawful: readonly string[] = []): Promise<void> {
    for (const either of [outcome, beside]) if (either.kind === 'refused') await this.#countsAsRefusal(either);
    if (outcome.kind === beside.kind) return;
    if (outcome.kind === 'refused' && outcome.error !== undefined && lawful.includes(outcome.error)) return;
    throw new Violation(`${outcomeTold(beside)}, as ${than}`, outcomeTold(outcome), {
      exchanges: [outcome.exchange.n, beside.exchange.n],
      ...(outcome.kind === 'refused' ? { byRefusal: 'server' } : {}),
    });
  }

  /** The form of a redirect, a grant's or a refusal's; a page leaves the rule nothing to judge. */
  async redirectForm(outcome: AuthorizationOutcome & Pick<AuthorizationResponse, 'sent'>, oracle: ResponseOracle): Promise<void> {
    const { landing, exchange, sent } = outcome;
    if (landing.kind === 'redirect-uri' && landing.url !== undefined) return oracle({ exchange, url: landing.url, sent });
    await this.#countsAsRefusal(outcome);
    throw new NothingToJudge('the server answered by a page, not by a redirect');
  }

  /** The form of a refusal; a code leaves the rule nothing to judge, the effect rule speaks there. */
  async refusalForm(outcome: AuthorizationOutcome, oracle: ErrorRedirectOracle): Promise<void> {
    if (outcome.kind === 'code') throw new NothingToJudge('a code was issued, so there is no refusal whose form could be judged');
    await this.#countsAsRefusal(outcome);
    judgingRefusal(() => oracle(outcome));
  }

  /** The parameters of an error redirect, RFC 6749 §4.1.2.1, for a form rule; a page is no redirect to judge. */
  async errorRedirect(outcome: AuthorizationOutcome): Promise<URLSearchParams> {
    if (outcome.kind === 'code') throw new NothingToJudge('a code was issued, so there is no refusal whose form could be judged');
    await this.#countsAsRefusal(outcome);
    if (outcome.landing.kind !== 'redirect-uri' || outcome.landing.url === undefined)
      throw new NothingToJudge('the server refused by a page, not by a redirect');
    return responseParameters(outcome.landing.url);
  }

  /** A refusal counts where the control is granted. */
  async #countsAsRefusal(outcome: AuthorizationOutcome): Promise<void> {
    await this.#settled(outcome);
    await demandControl(this.#bench);
  }

  /** A server error is a refusal only when it has repeated. */
  async #settled({ exchange }: AuthorizationOutcome): Promise<void> {
    if (exchange.outcome.kind === 'answer' && exchange.outcome.status >= 500 && !(await this.#bench.secondLook())) {
      throw new Inconclusive(`the authorization endpoint answered ${exchange.outcome.status}`, {
        exchanges: [exchange.n],
        serverError: true,
      });
    }
  }
}

function nothingGranted({ kind, landing, exchange }: AuthorizationOutcome): void {
  const granted = landing.kind === 'redirect-uri' && landing.url !== undefined ? grantedIn(landing.url) : [];
  if (kind === 'code' || granted.length > 0)
    throw new Violation('no authorization code', `a redirect that carries ${granted.join(' and ') || 'a code'}`, {
      exchanges: [exchange.n],
    });
}

function outcomeTold(outcome: AuthorizationOutcome): string {
  return outcome.kind === 'code' ? 'an authorization code' : refusalTold(outcome);
}

function refusalTold({ landing, exchange, ...rest }: AuthorizationOutcome): string {
  if (landing.kind === 'redirect-uri') return `a redirect with the error ${('error' in rest ? rest.error : undefined) ?? '(none)'}`;
  return exchange.outcome.kind === 'answer' ? `a page with status ${exchange.outcome.status}` : exchange.outcome.message;
}
