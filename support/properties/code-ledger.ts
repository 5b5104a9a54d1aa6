import type { Client } from '../actors/client.js';
import type { IssuedCode } from '../actors/messages.js';
import { validity, type Validity } from '../actors/validity.js';
import { outcomeOf } from '../verdict/outcome.js';
import type { Exchange } from '../wire/exchange.js';
import { familyOf, keepTokens, type Family } from './access-ledger.js';
import type { CodeFault } from './code-faults.js';
import type { Court } from './court.js';
import type { Expectation } from './expectation.js';
import { Story } from './story.js';

/** What is not as it was when the code was asked for. */
export type Presentation =
  | 'as it was issued'
  | 'with another verifier'
  | 'with the verifier of another code'
  | 'without a verifier'
  | 'under another redirect_uri'
  | 'by another client';

/** What a code may be for the server, as far as was seen: live, dead without having yielded anything, or used. */
export type CodeState = 'live' | 'dead' | 'used';

/** A code and the set of all that it may be; each answer narrows the set, so that answers which contradict one another show. */
export interface CodeEntry {
  readonly code: IssuedCode;
  readonly client: Client;
  states: ReadonlySet<CodeState>;
  readonly families: Family[];
}

/** What ought to be true of every code, as far as it was seen; and the story so far. */
export class CodeLedger {
  readonly entries: CodeEntry[] = [];
  readonly story: Story;
  readonly #court: Court;
  readonly #judged: readonly CodeFault[];
  #now = 0;

  /** `judged` are the faults that end a story; the others are only watched. */
  constructor(court: Court, judged: readonly CodeFault[]) {
    this.#court = court;
    this.#judged = judged;
    this.story = new Story(court.client.wire.transcript);
  }

  /** Milliseconds on the target's clock, when the last answer came. */
  get now(): number {
    return this.#now;
  }

  get families(): readonly Family[] {
    return this.entries.flatMap(({ families }) => families);
  }

  judges(fault: CodeFault | undefined): boolean {
    return fault !== undefined && this.#judged.includes(fault);
  }

  /** A new code; where the server holds one at a time, those before it may be dead by now. */
  add(client: Client, code: IssuedCode): void {
    this.#now = code.receivedAt;
    if (!this.#court.concurrent) for (const entry of this.entries) entry.states = maybeDead(entry);
    this.entries.push({ code, client, states: new Set(['live']), families: [] });
  }

  /** What may come of redeeming the code so, now. Near the end of its lifetime nothing is said. */
  expected(entry: CodeEntry, presentation: Presentation): Expectation {
    const { states } = entry;
    const expired = this.isExpired(entry);
    if (!states.has('live') && !states.has('dead')) return { granted: 'a second token for one code' };
    if (presentation === 'as it was issued') {
      if (expired) return { granted: 'a token for a code that has expired' };
      if (!states.has('live')) return { granted: 'a token for a code that was refused for good' };
      return states.size === 1 && this.isAlive(entry) ? { refused: 'a refusal although nothing was wrong' } : {};
    }
    const sound = states.has('live') && this.isAlive(entry);
    return { granted: sound ? wrongly[presentation] : 'a token although several things were wrong' };
  }

  /** Keeps what came of a redemption: the set of what the code may be by now. Of several at once nobody knows which were replays. */
  keep(entry: CodeEntry, presentation: Presentation, answer: Exchange, atOnce = false): void {
    const expired = this.isExpired(entry);
    const alive = this.isAlive(entry);
    this.#now = answer.answeredAt;
    if (outcomeOf(answer).kind === 'granted') {
      entry.states = new Set(['used']);
      entry.families.push(familyOf(entry.client, answer));
    } else if (entry.states.has('used')) this.#replayed(entry, presentation === 'as it was issued' && alive && !atOnce);
    else if (presentation === 'as it was issued' || expired) entry.states = new Set(['dead']);
    else entry.states = this.#afterFailure(entry, presentation);
  }

  /** Keeps what came of a refresh. */
  keepRefresh(family: Family, answer: Exchange): void {
    this.#now = answer.answeredAt;
    if (outcomeOf(answer).kind === 'granted') keepTokens(family, answer);
  }

  /** Time has passed until this instant. */
  passed(instant: number): void {
    this.#now = Math.max(this.#now, instant);
  }

  /** Milliseconds. */
  async pause(duration: number): Promise<void> {
    await this.#court.until(this.#now + duration);
    this.#now += duration;
  }

  /** Waits for the last moment at which the code has to be good, if that is still to come; the seconds that it took. */
  async untilAlmostOver({ code }: CodeEntry): Promise<number> {
    const left = Math.max(0, (this.#validity(code)?.almostOver ?? 0) - this.#now);
    await this.pause(left);
    return Math.round(left / 1000);
  }

  /** Where the target names no lifetime every code counts as alive. */
  isAlive({ code }: CodeEntry): boolean {
    return this.#now < (this.#validity(code)?.validBefore ?? Infinity);
  }

  isExpired({ code }: CodeEntry): boolean {
    return this.#now >= (this.#validity(code)?.expired ?? Infinity);
  }

  /** A valid replay takes back what the code has yielded, an invalid one may. */
  #replayed({ families }: CodeEntry, valid: boolean): void {
    const certain = valid && this.#court.client.target.policy.replay_revocation === 'should';
    for (const family of families) {
      if (certain && typeof family.revoked !== 'object') family.revoked = { since: this.#now, by: 'the replay of the code' };
      if (family.revoked === 'no') family.revoked = 'maybe';
    }
  }

  #afterFailure(entry: CodeEntry, presentation: Presentation): ReadonlySet<CodeState> {
    const declared = this.#court.client.target.policy.code_after_failed_verifier;
    const byVerifier = presentation === 'with another verifier' || presentation === 'with the verifier of another code';
    if (byVerifier && declared === 'burned') return new Set(['dead']);
    return byVerifier && declared === 'kept' ? entry.states : maybeDead(entry);
  }

  #validity(code: IssuedCode): Validity | undefined {
    const { code: lifetime, tolerance } = this.#court.client.target.lifetimes;
    return lifetime === undefined ? undefined : validity(code, { lifetime, tolerance });
  }
}

/** What a token is where this alone was wrong. */
const wrongly: Readonly<Record<Exclude<Presentation, 'as it was issued'>, CodeFault>> = {
  'with another verifier': 'a token for another verifier than that of the code',
  'with the verifier of another code': 'a token for the verifier of another code',
  'without a verifier': 'a token without a verifier',
  'under another redirect_uri': 'a token under another redirect_uri',
  'by another client': 'a token for the code of another client',
};

function maybeDead({ states }: CodeEntry): ReadonlySet<CodeState> {
  return states.has('live') ? new Set([...states, 'dead']) : states;
}
