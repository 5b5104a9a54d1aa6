import {
  challengeTokenRequest,
  refreshRequest,
  scopesOf,
  type AskedToken,
  type ChallengeWish,
  type ResourceUse,
} from './actors/challenge-token-request.js';
import { alteredSecret, inDisguise, sameChallenge, twoScopes } from './actors/challenge-wishes.js';
import type { Client } from './actors/client.js';
import { withParameter, type FieldValue } from './actors/changes.js';
import type { HeldToken } from './actors/messages.js';
import { raceRounds } from './actors/race-rounds.js';
import { faultyRequest } from './actors/token-request-faults.js';
import { validity, type Validity } from './actors/validity.js';
import { missing } from './present.js';
import { newCodeVerifier } from './protocol/code-verifier.js';
import { repeatsNothing } from './verdict/echo.js';
import { NothingToJudge } from './verdict/findings.js';
import { grantsSameScope } from './verdict/granted-scope.js';
import type { Judge } from './verdict/judge.js';
import { outcomeOf, tokenIn } from './verdict/outcome.js';
import { cameInTime, needsNoSecret } from './verdict/resource-oracles.js';
import { yieldsTwo } from './verdict/rounds.js';
import type { Exchange } from './wire/exchange.js';
import type { RaceResult } from './wire/wire.js';

/** What the holder shares with the rest of the scenario. */
export interface Scene {
  readonly client: Client;
  readonly otherClient: Client;
  readonly judge: Judge;
  answer: Exchange;
  token: HeldToken;
  otherToken: HeldToken;
  rounds: readonly RaceResult[];
  until(instant: number): Promise<void>;
}

/** Seconds that a Challenge Code Token lives. */
const lifetime = 60;

/** What a scenario does with Challenge Code Tokens: asks for them, uses them, lets them grow old. */
export class TokenHolder {
  readonly #scene: Scene;
  /** What was asked for last. */
  asked: AskedToken = missing('a token request');
  /** The request that the token came of. */
  granted: Exchange = missing('a token response');

  constructor(scene: Scene) {
    this.#scene = scene;
  }

  async request(wish: ChallengeWish = {}, client = this.#scene.client): Promise<void> {
    const { exchange, asked } = await client.requestChallengeToken(wish);
    this.#scene.answer = exchange;
    this.asked = asked;
  }

  /** A token that the scenario takes for granted. */
  async obtain(wish: ChallengeWish = {}): Promise<void> {
    await this.request(wish);
    this.#keep(this.#scene.answer);
  }

  /** The same of a request that a server may take or not; where it does not, there is nothing to judge. */
  async obtainIfTaken(wish: ChallengeWish): Promise<void> {
    await this.request(wish);
    await this.#unlessRefused('the server refuses such a request');
    this.#keep(this.#scene.answer);
  }

  async obtainOther(wish: ChallengeWish = {}): Promise<void> {
    const { exchange, asked } = await this.#scene.client.requestChallengeToken(wish);
    this.#scene.otherToken = this.#scene.judge.tokenFrom(exchange, asked);
  }

  async obtainOtherAndUse(wish: ChallengeWish = {}): Promise<void> {
    await this.obtainOther(wish);
    await this.#scene.client.proveToken(this.#scene.otherToken, this.#scene.otherToken.verifier);
  }

  /** A request that the scenario takes for refused. */
  async beRefused(fault: string): Promise<void> {
    await this.request(faultyRequest(fault));
    await this.#scene.judge.refusal(this.#scene.answer);
  }

  requestAgain(wish: ChallengeWish = {}, client = this.#scene.client): Promise<void> {
    return this.request({ ...sameChallenge(this.asked), ...wish }, client);
  }

  requestInDisguise(phrase: string): Promise<void> {
    return this.request(inDisguise(phrase, this.asked, this.#scene.client.target));
  }

  /** Where a request without a method is refused, an empty one can have no better fate. */
  async requestWithEmptyMethod(): Promise<void> {
    await this.request({ method: null });
    await this.#unlessRefused('the server refuses a request without a method');
    await this.request({ method: '' });
  }

  requestWithSecret(phrase: string): Promise<void> {
    const altered = alteredSecret(phrase, this.#scene.client.registration.client_secret ?? '');
    if (altered === undefined) throw new NothingToJudge(`the client_secret cannot be ${phrase}`);
    return this.request({ changes: [withParameter('client_secret', altered)] });
  }

  requestTwoScopes(phrase: string): Promise<void> {
    return this.request(twoScopes(phrase, this.#scene.client.target));
  }

  obtainTwoScopes(phrase: string): Promise<void> {
    return this.obtain(twoScopes(phrase, this.#scene.client.target));
  }

  obtainFirstScope(): Promise<void> {
    return this.obtain({ scope: this.#scopes[0] ?? null });
  }

  async sameScopeGranted(): Promise<void> {
    await this.#scene.judge.issued(this.#scene.answer);
    grantsSameScope(this.#scopes.slice(0, 2).join(' '), this.granted, this.#scene.answer);
  }

  /** Uses the token with its verifier, with another proof, or with none. */
  async use(proof: FieldValue | null = this.#scene.token.verifier, how: ResourceUse = {}): Promise<void> {
    this.#scene.answer = await this.#scene.client.proveToken(this.#scene.token, proof, how);
  }

  useAt(nth: 'first' | 'second'): Promise<void> {
    const [first = '', second = ''] = this.#scopes;
    return this.use(this.#scene.token.verifier, { entryPoint: { first, second }[nth] });
  }

  /** A challenge and beside it the verifier of another; then, where the server issues a token, that verifier for its proof. A refusal at either step is the answer. */
  async requestAndUseAnotherVerifier(): Promise<void> {
    const another = newCodeVerifier();
    await this.request({ changes: [withParameter('code_verifier', another)] });
    const { client, judge, answer } = this.#scene;
    if (outcomeOf(answer).kind === 'granted') this.#scene.answer = await client.proveToken(judge.tokenFrom(answer, this.asked), another);
  }

  async useAfter(...seconds: readonly number[]): Promise<void> {
    for (const second of seconds) {
      await this.age(second);
      await this.use();
    }
  }

  /** Lets the token come to that age, in seconds since it was received. */
  age(seconds: number): Promise<void> {
    return this.#scene.until(this.#scene.token.receivedAt + seconds * 1000);
  }

  almostExpire(): Promise<void> {
    return this.#scene.until(this.#validity.almostOver);
  }

  expire(): Promise<void> {
    return this.#scene.until(this.#validity.expired);
  }

  async openedInTime(): Promise<void> {
    cameInTime(this.#scene.answer, this.#validity.validBefore);
    await this.#scene.judge.opened(this.#scene.answer);
  }

  /** Shut to the proof alone, the resource is tried with the client_secret as well. */
  async openedWithoutSecret(): Promise<void> {
    const alone = this.#scene.answer;
    await this.obtain();
    await this.use(this.#scene.token.verifier, { withSecret: true });
    needsNoSecret(alone, this.#scene.answer);
    await this.#scene.judge.opened(alone);
  }

  /** Asks for a refresh with the refresh token that came along, or else with the token itself. */
  async refresh(): Promise<void> {
    const { client, judge, token } = this.#scene;
    const refreshToken = tokenIn(this.granted, 'refresh_token');
    if (refreshToken !== undefined) judge.note('a refresh token came with the token');
    this.#scene.answer = await client.wire.send(refreshRequest(client, refreshToken ?? token.value));
  }

  /** Round after round, requests for one fresh verifier that arrive together. */
  async race(rounds: number, wishes: readonly ChallengeWish[]): Promise<void> {
    const { client } = this.#scene;
    const race = (): Promise<RaceResult> => {
      const verifier = newCodeVerifier();
      return client.wire.race(wishes.map((wish) => challengeTokenRequest(client, { verifier, ...wish }).draft));
    };
    this.#scene.rounds = await raceRounds(rounds, race, yieldsTwo);
  }

  /** Neither the answer's own request nor what the client keeps beside it comes back. */
  repeatsNothing(): void {
    repeatsNothing(this.#scene.answer, {
      code_verifier: this.asked.verifier,
      code_challenge: this.asked.challenge,
      client_secret: this.#scene.client.registration.client_secret,
    });
  }

  async #unlessRefused(why: string): Promise<void> {
    const { answer, judge } = this.#scene;
    if (outcomeOf(answer).kind !== 'refused') return;
    await judge.refusal(answer);
    throw new NothingToJudge(why);
  }

  #keep(answer: Exchange): void {
    this.granted = answer;
    this.#scene.token = this.#scene.judge.tokenFrom(answer, this.asked);
  }

  get #scopes(): readonly string[] {
    return scopesOf(this.#scene.client.target);
  }

  get #validity(): Validity {
    return validity(this.#scene.token, { lifetime, tolerance: this.#scene.client.target.lifetimes.tolerance });
  }
}
