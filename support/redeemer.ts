import { changed, withHeaderField, withParameter, type Change } from './actors/changes.js';
import type { Client } from './actors/client.js';
import type { HeldToken, IssuedCode } from './actors/messages.js';
import { raceRounds } from './actors/race-rounds.js';
import { validity, type Validity } from './actors/validity.js';
import { newCodeVerifier } from './protocol/code-verifier.js';
import { resolvePhrase } from './protocol/phrase.js';
import type { Judge } from './verdict/judge.js';
import { yieldsTwo } from './verdict/rounds.js';
import { issuedBefore, issuedWithout, notHelped } from './verdict/tolerances.js';
import type { RequestDraft } from './wire/draft.js';
import type { Exchange } from './wire/exchange.js';
import type { RaceResult } from './wire/wire.js';

/** What the redeemer shares with the rest of the scenario. */
export interface RedemptionScene {
  readonly client: Client;
  readonly otherClient: Client;
  readonly judge: Judge;
  code: IssuedCode;
  answer: Exchange;
  token: HeldToken;
  rounds: readonly RaceResult[];
  until(instant: number): Promise<void>;
}

/** What a scenario does with codes beyond redeeming one at once: lets them grow old, redeems them many times, uses what they yield. */
export class Redeemer {
  readonly #scene: RedemptionScene;
  #validBefore = Infinity;
  /** What is changed in a request beside the header that it comes under. */
  #beside: readonly Change[] = [];

  constructor(scene: RedemptionScene) {
    this.#scene = scene;
  }

  /** An access token of another code, which the scenario takes for granted. */
  async holdToken(): Promise<void> {
    const { client, judge } = this.#scene;
    const code = await client.obtainCode();
    this.#scene.token = judge.tokenFrom(await client.redeem(code), code);
  }

  /** Redeems the code with the token in the Authorization header. */
  async redeemAsBearer(...changes: readonly Change[]): Promise<void> {
    const { client, code, token } = this.#scene;
    this.#beside = changes;
    this.#scene.answer = await client.redeem(code, ...changes, withHeaderField(`Authorization: Bearer ${token.value}`));
  }

  /** What was granted under the header is tried once more, with a fresh code and without it. */
  bearerHasNotHelped(): Promise<void> {
    const { client, judge, answer } = this.#scene;
    return notHelped(judge, 'the access token in the Authorization header', answer, async () =>
      client.redeem(await client.obtainCode(), ...this.#beside),
    );
  }

  async use(token: string = this.#scene.token.value): Promise<void> {
    this.#scene.answer = await this.#scene.client.useToken(token);
  }

  /** Redeems the code at the last moment of its lifetime (seconds) at which the answer can still come in time. */
  async redeemAlmostOver(lifetime: number): Promise<void> {
    const { almostOver, validBefore } = this.#validity(lifetime);
    await this.#scene.until(almostOver);
    this.#validBefore = validBefore;
    this.#scene.answer = await this.#scene.client.redeem(this.#scene.code);
  }

  /** Redeems the code when its lifetime (seconds) has certainly passed. */
  async redeemExpired(lifetime: number): Promise<void> {
    await this.#scene.until(this.#validity(lifetime).expired);
    this.#scene.answer = await this.#scene.client.redeem(this.#scene.code);
  }

  issuedInTime(): Promise<void> {
    return issuedBefore(this.#scene.judge, this.#scene.answer, this.#validBefore);
  }

  /** Round after round, redemptions of one fresh code that arrive together; `rivals` says what every other of them is, by its phrase. */
  async race(copies: number, rounds: number, rivals: string): Promise<void> {
    const { client, otherClient } = this.#scene;
    const rival = resolvePhrase<(code: IssuedCode) => RequestDraft>('crowd of redemptions', rivals, {
      'all alike': (code) => client.tokenRequest(code),
      'every other with a wrong verifier': (code) => changed(client.tokenRequest(code), withParameter('code_verifier', newCodeVerifier())),
      'every other by another client': (code) => otherClient.tokenRequest(code),
    });
    const race = async (): Promise<RaceResult> => {
      const code = await client.obtainCode();
      return client.wire.race(Array.from({ length: copies }, (_, nth) => (nth % 2 === 0 ? client.tokenRequest(code) : rival(code))));
    };
    this.#scene.rounds = await raceRounds(rounds, race, yieldsTwo);
  }

  /** Where the exchange was refused it is made once more, with a fresh code and an Authorization header that nothing calls for. */
  issuedWithoutHeader(): Promise<void> {
    const { client, judge, answer } = this.#scene;
    return issuedWithout(judge, 'an Authorization header', answer, async () =>
      client.redeem(await client.obtainCode(), withHeaderField('Authorization: Bearer made-up-and-needless')),
    );
  }

  #validity(lifetime: number): Validity {
    return validity(this.#scene.code, { lifetime, tolerance: this.#scene.client.target.lifetimes.tolerance });
  }
}
