import { formOf, type FormOracle } from './answer-form.js';
import type { HeldTokenSource } from './held-token.js';
import type { ControlResult } from './control.js';
import { told } from './control.js';
import { demandControl } from './demand-control.js';
import { Inconclusive, judgingRefusal, NothingToJudge, Violation, type RefusedAt } from './findings.js';
import { outcomeOf, tokenIn, type Outcome } from './outcome.js';
import { resourceOutcomeOf } from './resource-outcome.js';
import { atMostOneIssuedInEach } from './rounds.js';
import type { Exchange } from '../wire/exchange.js';
import type { RaceResult } from '../wire/wire.js';

/** What the judge asks of the scenario around it. */
export interface Bench {
  /** The control of the acting client, made once in a run. */
  control(): Promise<ControlResult>;
  /** The control of the protected resource for the token at hand: the right proof opens it. */
  resourceControl(): Promise<ControlResult>;
  /** True when a 5xx has repeated while the control is granted there, and so is a refusal. */
  secondLook(at: RefusedAt): Promise<boolean>;
  note(text: string): void;
}

/**
 * Judges effects. A grant needs no control; a refusal counts only where the control of the same client was granted;
 * a server that could not be heard is inconclusive.
 */
export class Judge {
  readonly #bench: Bench;

  constructor(bench: Bench) {
    this.#bench = bench;
  }

  /** The token request is granted. */
  async issued(answer: Exchange): Promise<void> {
    const outcome = await this.#settled(answer);
    if (outcome.kind === 'granted') return;
    await demandControl(this.#bench);
    throw new Violation('an access token', told(outcome), { exchanges: [answer.n], byRefusal: 'server' });
  }

  /** No token comes of the request, in whatever form it is refused. */
  async notIssued(answer: Exchange): Promise<void> {
    const outcome = outcomeOf(answer);
    if (outcome.kind === 'granted')
      throw new Violation('no access token', `${told(outcome)} with status ${statusOf(answer)}`, { exchanges: [answer.n] });
    await this.#settled(answer);
    await demandControl(this.#bench);
  }

  /** At most one of the answers holds a token. */
  async atMostOneIssued(answers: readonly Exchange[]): Promise<void> {
    const granted = answers.filter((answer) => outcomeOf(answer).kind === 'granted');
    if (granted.length > 1) {
      throw new Violation('at most one access token', `${granted.length} access tokens in ${answers.length} answers`, {
        exchanges: granted.map(({ n }) => n),
      });
    }
    if (answers.every((answer) => outcomeOf(answer).kind === 'unjudgeable'))
      throw new Inconclusive('none of the requests was answered in a way that can be judged', { exchanges: answers.map(({ n }) => n) });
    if (granted.length === 0) await demandControl(this.#bench);
  }

  /** The same of every round of a race. */
  async atMostOneIssuedInEach(rounds: readonly RaceResult[]): Promise<void> {
    await atMostOneIssuedInEach(rounds, this);
  }

  /** The rule that is itself the control: broken only by a server that grants something else. */
  async controlGranted(answer: Exchange): Promise<void> {
    const outcome = await this.#settled(answer);
    if (outcome.kind === 'granted') return;
    const control = await this.#bench.control();
    if (control.granted)
      throw new Violation('an access token, as for the same request before', told(outcome), { exchanges: [answer.n], byRefusal: 'server' });
    if (control.grantedInstead === undefined)
      throw new Inconclusive(`the server grants nothing: ${control.cause}`, { exchanges: control.exchanges });
    throw new Violation('an access token', `${told(outcome)}, yet granted: ${control.grantedInstead}`, {
      exchanges: [answer.n, ...control.exchanges],
    });
  }

  /** The resource is served. */
  async opened(answer: Exchange): Promise<void> {
    const outcome = await this.#settledAtResource(answer);
    if (outcome.kind === 'opened') return;
    await this.#demandResourceControl();
    throw new Violation('the protected resource', told(outcome), { exchanges: [answer.n], byRefusal: 'resource' });
  }

  /** The resource is not served. */
  async notOpened(answer: Exchange): Promise<void> {
    const outcome = resourceOutcomeOf(answer);
    if (outcome.kind === 'opened') throw new Violation('no access to the protected resource', told(outcome), { exchanges: [answer.n] });
    await this.#settledAtResource(answer);
    await this.#demandResourceControl();
  }

  /** The rule that is itself the control of the resource. */
  async resourceControlOpened(answer: Exchange): Promise<void> {
    const outcome = await this.#settledAtResource(answer);
    if (outcome.kind === 'opened') return;
    const control = await this.#bench.resourceControl();
    if (control.granted)
      throw new Violation('the protected resource, as for the same request before', told(outcome), {
        exchanges: [answer.n],
        byRefusal: 'resource',
      });
    if (control.grantedInstead === undefined)
      throw new Inconclusive(`the resource opens to nothing: ${control.cause}`, { exchanges: control.exchanges });
    throw new Violation('the protected resource', `${told(outcome)}, yet opened by: ${control.grantedInstead}`, {
      exchanges: [answer.n, ...control.exchanges],
    });
  }

  /** The refusal that a form rule is about; a grant leaves the rule nothing to judge, the effect rule speaks there. */
  async refusal(answer: Exchange): Promise<Outcome & { kind: 'refused' | 'server-error' }> {
    const outcome = await this.#settled(answer);
    if (outcome.kind === 'granted') throw new NothingToJudge('the request was granted, so there is no refusal to judge');
    await demandControl(this.#bench);
    return outcome;
  }

  /** The successful response that a form rule is about. */
  async response(answer: Exchange): Promise<Outcome & { kind: 'granted' }> {
    const outcome = await this.#settled(answer);
    if (outcome.kind === 'granted') return outcome;
    await demandControl(this.#bench);
    throw new Inconclusive(`no token was issued whose response could be judged: ${told(outcome)}`, { exchanges: [answer.n] });
  }

  /** The form of a successful response. */
  async responseForm(answer: Exchange, oracle: FormOracle): Promise<void> {
    await this.response(answer);
    this.#lawful(answer, oracle);
  }

  /** The form of a refusal. */
  async refusalForm(answer: Exchange, oracle: FormOracle): Promise<void> {
    await this.refusal(answer);
    judgingRefusal(() => this.#lawful(answer, oracle));
  }

  /** The form of a resource's refusal; a resource that opens leaves the rule nothing to judge, the effect rule speaks there. */
  async resourceRefusalForm(answer: Exchange, oracle: FormOracle): Promise<void> {
    const outcome = await this.#settledAtResource(answer);
    if (outcome.kind === 'opened') throw new NothingToJudge('the resource opened, so there is no refusal to judge');
    await this.#demandResourceControl();
    judgingRefusal(() => this.#lawful(answer, oracle), 'resource');
  }

  /** What the oracle finds lawful and yet remarkable is noted. */
  #lawful(answer: Exchange, oracle: FormOracle): void {
    const remark = oracle(formOf(answer));
    if (remark !== undefined) this.note(remark);
  }

  /** The resource honours a token just issued; 401 says that it does not, any other refusal nothing about the token. */
  async honoured(answer: Exchange): Promise<void> {
    const outcome = await this.#settledAtResource(answer);
    if (outcome.kind === 'opened') return;
    if (outcome.status !== 401) throw new Inconclusive(`${told(outcome)}, which says nothing about the token`, { exchanges: [answer.n] });
    throw new Violation('the protected resource, for a token just issued', told(outcome), { exchanges: [answer.n] });
  }

  /** What came of a request that was heard: silence, a rate limit and a 5xx that has not repeated are inconclusive. */
  heard(answer: Exchange): Promise<Outcome & { kind: 'granted' | 'refused' | 'server-error' }> {
    return this.#settled(answer);
  }

  /** The token of a response that the scenario takes for granted. */
  tokenFrom<Source extends HeldTokenSource>(
    answer: Exchange,
    source: Source,
    name: 'access_token' | 'refresh_token' = 'access_token',
  ): Source & { readonly value: string; readonly requestedAt: number; readonly receivedAt: number } {
    const outcome = outcomeOf(answer);
    const value = tokenIn(answer, name);
    if (value === undefined) {
      throw new Inconclusive(`no ${name.replace('_', ' ')} was issued: ${told(outcome)}`, {
        exchanges: [answer.n],
        serverError: outcome.kind === 'server-error',
      });
    }
    return { ...source, value, requestedAt: answer.sentAt, receivedAt: answer.answeredAt };
  }

  /** Keeps what was seen for the reader; it changes no verdict. */
  note(text: string): void {
    this.#bench.note(text);
  }

  async #settled(answer: Exchange): Promise<Outcome & { kind: 'granted' | 'refused' | 'server-error' }> {
    const outcome = outcomeOf(answer);
    if (outcome.kind === 'unjudgeable') throw new Inconclusive(outcome.cause, { exchanges: [answer.n] });
    if (outcome.kind === 'server-error' && !(await this.#bench.secondLook('server'))) {
      throw new Inconclusive(`the server answered ${outcome.status}`, { exchanges: [answer.n], serverError: true });
    }
    return outcome;
  }

  async #settledAtResource(answer: Exchange): Promise<Exclude<ReturnType<typeof resourceOutcomeOf>, { kind: 'unjudgeable' }>> {
    const outcome = resourceOutcomeOf(answer);
    if (outcome.kind === 'unjudgeable') throw new Inconclusive(outcome.cause, { exchanges: [answer.n] });
    if (outcome.kind === 'server-error' && !(await this.#bench.secondLook('resource'))) {
      throw new Inconclusive(`the resource answered ${outcome.status}`, { exchanges: [answer.n], serverError: true });
    }
    return outcome;
  }

  async #demandResourceControl(): Promise<void> {
    const control = await this.#bench.resourceControl();
    if (!control.granted)
      throw new Inconclusive(`the control of the resource was refused: ${control.cause}`, { exchanges: control.exchanges });
  }
}

function statusOf(exchange: Exchange): number | string {
  return exchange.outcome.kind === 'answer' ? exchange.outcome.status : exchange.outcome.cause;
}
