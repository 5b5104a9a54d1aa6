import { setWorldConstructor } from '@cucumber/cucumber';
import type { Change } from './actors/changes.js';
import { Client, type AuthorizationResult, type AuthorizationWish } from './actors/client.js';
import { challengeTokenTrials, proofTrials, pushedTrials, redemptionTrials, resourceTrials, type Trials } from './actors/control.js';
import type { HeldToken, IssuedCode } from './actors/messages.js';
import type { PushedRequest, PushResult } from './actors/pushed-authorization.js';
import { UserAgent, type Landing } from './actors/user-agent.js';
import { missing, present } from './present.js';
import type { Rule } from './catalogue/rule.js';
import { currentPass } from './run/current-pass.js';
import type { Court } from './properties/court.js';
import type { EarlyScenario, Pass, ScenarioOutcome } from './run/pass.js';
import type { RegisteredClient } from './target/target.js';
import { Inconclusive, Violation, type RefusedAt } from './verdict/findings.js';
import { tryControl, type ControlResult } from './verdict/control.js';
import { AuthorizationJudge } from './verdict/authorization-judge.js';
import { Judge } from './verdict/judge.js';
import { unlessHeldBack } from './verdict/held-back.js';
import { PushJudge } from './verdict/push-judge.js';
import { resourceOutcomeOf } from './verdict/resource-outcome.js';
import { Redeemer } from './redeemer.js';
import { TokenHolder } from './token-holder.js';
import type { Exchange } from './wire/exchange.js';
import type { RaceResult, Wire } from './wire/wire.js';

/** The state of one scenario: who acts, what was said, and the judge of it. Made fresh for each. */
export class ConformanceWorld {
  readonly pass: Pass = currentPass();
  readonly wire: Wire = this.pass.openWire();
  /** The browser of the user, who has signed in at it before. */
  userAgent = new UserAgent(this.pass.session);
  readonly notes: string[] = [];
  rule: Rule | undefined;
  location = '';
  error: unknown;
  early: EarlyScenario | undefined;
  /** Told when the scenario has done what it can before something grows old. */
  onWait: (() => void) | undefined;
  readonly #startedAt = performance.now();

  /** The client that acts, once a `Given` has named it. */
  client: Client = missing('a client');
  /** Another client of the same server. */
  otherClient: Client = missing('another client');
  code: IssuedCode = missing('an authorization code');
  otherCode: IssuedCode = missing('a second authorization code');
  authorization: AuthorizationResult = missing('an authorization request');
  /** What an authorization request that the scenario's own is held against has met with. */
  otherAuthorization: AuthorizationResult = missing('a second authorization request');
  /** What came of a push. */
  push: PushResult = missing('a push');
  /** A request that lies at the server. */
  pushed: PushedRequest = missing('a pushed request');
  /** Where a form that somebody else sent in the user's name led. */
  forged: Landing = missing('a forged form');
  token: HeldToken = missing('a token');
  otherToken: HeldToken = missing('a second token');
  refreshToken: HeldToken = missing('a refresh token');
  /** The exchange that the scenario judges. */
  answer: Exchange = missing('an answer to judge');
  answers: readonly Exchange[] = [];
  /** Codes or tokens that the scenario has collected. */
  values: readonly string[] = [];
  race: RaceResult = missing('a race');
  /** The rounds of a race that is run many times over. */
  rounds: readonly RaceResult[] = [];

  /** What the scenario does with codes when time, numbers and other tokens come into play. */
  readonly redeemer = new Redeemer(this);

  /** What the scenario does with Challenge Code Tokens. */
  readonly holder = new TokenHolder(this);

  /** The judge knows whether refusals count: the control of the acting client. */
  readonly judge = new Judge({
    control: () => this.control(),
    resourceControl: () => this.resourceControl(),
    secondLook: (at) => this.#secondLook(at),
    note: (text) => this.notes.push(text),
  });

  readonly authorizationJudge = new AuthorizationJudge({ control: () => this.control(), secondLook: () => this.#secondLook('server') });
  readonly pushJudge = new PushJudge({ control: () => this.control(), secondLook: () => this.#secondLook('server') });

  /** What the control of this scenario tries. */
  trials: (client: Client) => Trials = this.pass.profile === 'challenge-code-token' ? challengeTokenTrials : redemptionTrials;

  /** Names the acting client and, where the target has one, the other. */
  enterAs(type: 'public' | 'confidential' | 'any'): void {
    const candidates = this.clientsOfType(type);
    const first = type === 'any' && this.pass.client ? this.pass.client : candidates[0];
    if (!first) throw new Inconclusive(`the target has no ${type} client`);
    this.client = this.clientFor(first);
    const other = candidates.find((client) => client !== first) ?? this.pass.target.clients.find((client) => client !== first);
    if (other) this.otherClient = this.clientFor(other);
  }

  clientFor(registration: RegisteredClient): Client {
    return new Client(registration, this.pass.target, this.pass.tokenEndpoint, this.wire, this.userAgent);
  }

  /** The user sits down at a browser that knows nothing of the server. */
  takeEmptyBrowser(): void {
    this.userAgent = new UserAgent(this.pass.session?.emptied());
    this.client = this.clientFor(this.client.registration);
  }

  clientsOfType(type: 'public' | 'confidential' | 'any'): readonly RegisteredClient[] {
    return this.pass.target.clients.filter((client) => type === 'any' || client.type === type);
  }

  async askAuthorization(wish: AuthorizationWish = {}): Promise<void> {
    this.authorization = await this.client.authorize(wish);
  }

  async obtainCode(wish: AuthorizationWish = {}): Promise<void> {
    this.code = await this.client.obtainCode(wish);
  }

  async obtainCodeFor(drawVerifier: () => string): Promise<void> {
    this.code = await this.client.obtainCodeFor(drawVerifier);
  }

  async obtainOtherCode(wish: AuthorizationWish = {}): Promise<void> {
    this.otherCode = await this.client.obtainCode(wish);
  }

  async redeem(...changes: readonly Change[]): Promise<void> {
    this.answer = await this.client.redeem(this.code, ...changes);
  }

  async redeemAs(client: Client, ...changes: readonly Change[]): Promise<void> {
    this.answer = await client.redeem(this.code, ...changes);
  }

  /** Redeems and keeps the token, which the scenario takes for granted. */
  async redeemForToken(...changes: readonly Change[]): Promise<void> {
    await this.redeem(...changes);
    this.token = this.judge.tokenFrom(this.answer, this.code);
  }

  /** A code by these parameters where the server issues one, then its redemption; a refusal at either step is the answer. */
  async walkFlow(wish: AuthorizationWish, ...changes: readonly Change[]): Promise<void> {
    this.authorization = await this.client.authorize(wish);
    this.answer = this.authorization.exchange;
    if (this.authorization.kind === 'refused') return;
    this.code = this.authorization.code;
    await this.redeem(...changes);
  }

  /** Asked once for each client of a pass. */
  control(client: Client = present(this.client) ? this.client : this.clientFor(this.#firstClient())): Promise<ControlResult> {
    const { controls } = this.pass;
    const { client_id } = client.registration;
    const key = this.trials === pushedTrials ? `${client_id} pushed` : client_id;
    const known = controls.get(key);
    if (known) return known;
    const asked = this.tryControl(client);
    controls.set(key, asked);
    return asked;
  }

  /** Makes the control request now, on a wire of its own. */
  tryControl(client: Client = this.client): Promise<ControlResult> {
    return tryControl(this.trials(this.#apart(client)));
  }

  /**
   * What a step threw, as it counts: a server that has locked out or forgotten a client since its control was granted
   * refuses everything, and so does a resource that has since broken down; neither convicts itself of anything by it.
   */
  async weigh(error: unknown): Promise<unknown> {
    const refusedAt = error instanceof Violation ? error.detail.byRefusal : undefined;
    if (!(error instanceof Violation) || refusedAt === undefined) return error;
    // At the resource the control of the acting client alone was asked for; the other may have no business there.
    const clients = refusedAt === 'server' ? [this.client, this.otherClient] : [this.client];
    for (const client of clients.filter(present)) {
      const { granted, cause, exchanges } = await this.#tryAgain(refusedAt, client);
      if (granted) continue;
      const what =
        refusedAt === 'server' ? 'the server no longer grants what it granted' : 'the resource no longer opens to what it opened to';
      return new Inconclusive(`${what} before: ${cause}`, { exchanges: [...(error.detail.exchanges ?? []), ...exchanges] });
    }
    return error;
  }

  /** Whether the resource opens to a fresh token with its right proof, asked once for each client of a pass. */
  resourceControl(client: Client = this.client): Promise<ControlResult> {
    const { resourceControls } = this.pass;
    const known = resourceControls.get(client.registration.client_id);
    if (known) return known;
    const asked = this.#tryResourceControl(client);
    resourceControls.set(client.registration.client_id, asked);
    return asked;
  }

  #tryAgain(at: RefusedAt, client: Client): Promise<ControlResult> {
    return at === 'server' ? this.tryControl(client) : this.#tryResourceControl(client);
  }

  /** Opens the resource now, on a wire of its own. */
  #tryResourceControl(client: Client): Promise<ControlResult> {
    const own = this.#apart(client);
    return tryControl(
      this.pass.profile === 'challenge-code-token' ? proofTrials(own, this.judge) : resourceTrials(own, this.judge),
      resourceOutcomeOf,
    );
  }

  /** The same client, whose requests the scenario does not record. */
  #apart({ registration, target, tokenEndpoint }: Client): Client {
    return new Client(registration, target, tokenEndpoint, this.pass.openWire(), new UserAgent(this.pass.session));
  }

  /** Waits, or moves the clock, until the instant (milliseconds on the target's clock) has come. */
  until(instant: number): Promise<void> {
    this.onWait?.();
    return this.pass.waiting.until(instant, this.pass.clock);
  }

  /** The acting client and the judge, as a property needs them. */
  get court(): Court {
    const { client, judge, pass } = this;
    const key = (name: string): string => `${client.registration.client_id} ${name}`;
    return {
      client,
      ...(present(this.otherClient) ? { otherClient: this.otherClient } : {}),
      judge,
      trials: pass,
      concurrent: this.offers('concurrent_codes'),
      offersPlain: this.offers('plain'),
      until: (instant) => this.until(instant),
      once: <T>(name: string, work: () => Promise<T>): Promise<T> => {
        const asked = (pass.shared.get(key(name)) as Promise<T> | undefined) ?? work();
        pass.shared.set(key(name), asked);
        return asked;
      },
    };
  }

  /** Whether the server has this capability. */
  offers(capability: string): boolean {
    return this.pass.capabilities.some(({ name, value }) => name === capability && value);
  }

  leave(): ScenarioOutcome {
    return {
      location: this.location,
      rule: this.rule ?? missing('a rule'),
      error: unlessHeldBack(this.error, this.wire.transcript.heldBackMs, this.pass.target.lifetimes.code),
      notes: this.notes,
      exchanges: this.wire.transcript.all.map(({ n }) => n),
      durationMs: performance.now() - this.#startedAt,
    };
  }

  /** A 5xx is a refusal only when it came before and the control is granted around it. */
  async #secondLook(at: RefusedAt): Promise<boolean> {
    if (!this.pass.retrying || !this.pass.serverErrors.has(this.location)) {
      this.pass.serverErrors.add(this.location);
      return false;
    }
    return (await this.#tryAgain(at, this.client)).granted;
  }

  #firstClient(): RegisteredClient {
    const [first] = this.pass.target.clients;
    if (!first) throw new Inconclusive('the target has no client');
    return first;
  }
}

setWorldConstructor(ConformanceWorld);
