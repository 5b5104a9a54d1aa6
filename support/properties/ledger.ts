import type { AskedToken } from '../actors/challenge-token-request.js';
import type { HeldToken } from '../actors/messages.js';
import { validity } from '../actors/validity.js';
import { outcomeOf } from '../verdict/outcome.js';
import { resourceOutcomeOf } from '../verdict/resource-outcome.js';
import type { Exchange } from '../wire/exchange.js';
import type { Court } from './court.js';
import { Story } from './story.js';

/** What a story of requests, uses and pauses can end in, each in words of its own. */
export const ledgerFaults = [
  'a second token for one challenge',
  'a second token after the first has expired',
  'a second token under S256 for a verifier spent under plain',
  'a second token under plain for a verifier spent under S256',
  'two tokens for one verifier at once',
  'a verifier that a refusal has spent',
  'a token that opens to another proof than its verifier',
  'a token that opens to its S256 challenge',
  'a token that lives longer for being used',
  'a token that outlives its minute',
  'a token that is refused within its minute',
] as const;

export type LedgerFault = (typeof ledgerFaults)[number];

/** A verifier that was used, and the tokens it yielded. One that was only ever refused has none. */
export interface Entry {
  readonly asked: AskedToken;
  readonly tokens: HeldToken[];
}

/** Seconds that a Challenge Code Token lives. */
const lifetime = 60;

/** What ought to be true of the server by the document, as far as it was seen; and the story so far. */
export class Ledger {
  readonly entries: Entry[] = [];
  readonly story: Story;
  readonly #judged: readonly LedgerFault[];
  readonly #court: Court;
  readonly #opened = new Set<HeldToken>();
  #now = 0;

  /** `judged` are the faults that end a story; the others are only watched. */
  constructor(court: Court, judged: readonly LedgerFault[]) {
    this.#court = court;
    this.#judged = judged;
    this.story = new Story(court.client.wire.transcript);
  }

  judges(fault: LedgerFault | undefined): boolean {
    return fault !== undefined && this.#judged.includes(fault);
  }

  get tokens(): readonly HeldToken[] {
    return this.entries.flatMap(({ tokens }) => tokens);
  }

  /** Keeps what an answer yielded for the verifier, whether or not it ought to have. */
  keep(entry: Entry, answer: Exchange, asked: AskedToken = entry.asked): void {
    this.#now = answer.answeredAt;
    if (!this.entries.includes(entry)) this.entries.push(entry);
    if (outcomeOf(answer).kind === 'granted') entry.tokens.push(this.#court.judge.tokenFrom(answer, asked));
  }

  /** What a token would be for this verifier now, by this method; nothing where a token is due. Near the end of a lifetime nothing is said. */
  faultOfReuse({ tokens }: Entry, method: string | undefined): LedgerFault | undefined {
    const alike = tokens.filter((token) => token.method === method);
    const [first] = tokens;
    if (alike.some((token) => this.#isAlive(token))) return 'a second token for one challenge';
    if (alike.length > 0 && alike.every((token) => this.#isExpired(token))) return 'a second token after the first has expired';
    if (alike.length > 0 || !first || !this.#isAlive(first)) return undefined;
    return first.method === 'plain'
      ? 'a second token under S256 for a verifier spent under plain'
      : 'a second token under plain for a verifier spent under S256';
  }

  /** What it would be if the resource stayed shut to this use; nothing where it may. */
  faultOfRefusal(token: HeldToken, proof: string | null): LedgerFault | undefined {
    const certain = proof === token.verifier && this.#isAlive(token) && this.#court.concurrent;
    const usedUp = this.#court.client.target.policy.single_use && this.#opened.has(token);
    return certain && !usedUp ? 'a token that is refused within its minute' : undefined;
  }

  /** What it would be if this use opened the resource; nothing where it may. */
  faultOfUse(token: HeldToken, proof: string | null): LedgerFault | undefined {
    if (proof === token.verifier) {
      if (!this.#isExpired(token)) return undefined;
      return this.#opened.has(token) ? 'a token that lives longer for being used' : 'a token that outlives its minute';
    }
    if (!this.#isAlive(token)) return undefined;
    return proof === token.challenge ? 'a token that opens to its S256 challenge' : 'a token that opens to another proof than its verifier';
  }

  used(token: HeldToken, answer: Exchange): void {
    this.#now = answer.answeredAt;
    if (resourceOutcomeOf(answer).kind === 'opened') this.#opened.add(token);
  }

  #isAlive(token: HeldToken): boolean {
    return this.#now < this.#validity(token).validBefore;
  }

  #isExpired(token: HeldToken): boolean {
    return this.#now >= this.#validity(token).expired;
  }

  /** Milliseconds. */
  async pause(duration: number): Promise<void> {
    await this.#court.until(this.#now + duration);
    this.#now += duration;
  }

  #validity(token: HeldToken): { readonly validBefore: number; readonly expired: number } {
    return validity(token, { lifetime, tolerance: this.#court.client.target.lifetimes.tolerance });
  }
}
