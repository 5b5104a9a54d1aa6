import type { IssuedCode } from '../actors/messages.js';
import { validity } from '../actors/validity.js';
import { outcomeOf } from '../verdict/outcome.js';
import type { Exchange } from '../wire/exchange.js';
import type { Court } from './court.js';

/** What a story of codes can end in. A story judges one of them and only watches the others. */
export const codeFaults = [
  'a second token for one code',
  'a token for a code that has expired',
  'a token for the code of another client',
  'a token under another redirect_uri',
] as const;

export type CodeFault = (typeof codeFaults)[number];

/** What is not as it was when the code was asked for. */
export type Presentation =
  'as it was issued' | 'with another verifier' | 'without a verifier' | 'under another redirect_uri' | 'by another client';

/** A code and what is known of it. One that was refused may be burned: nothing is due for it any more. */
export interface CodeEntry {
  readonly code: IssuedCode;
  redeemed: boolean;
}

/** What ought to be true of every code, as far as it was seen; and the story so far. */
export class CodeLedger {
  readonly entries: CodeEntry[] = [];
  readonly story: string[] = [];
  readonly judges: CodeFault | 'any';
  readonly #court: Court;
  #now = 0;

  constructor(court: Court, judges: CodeFault | 'any') {
    this.#court = court;
    this.judges = judges;
  }

  add(code: IssuedCode): void {
    this.#now = code.receivedAt;
    this.entries.push({ code, redeemed: false });
  }

  /** What a token would be for this code now; nothing where one is due or where two things are wrong at once. */
  faultOf({ code, redeemed }: CodeEntry, presentation: Presentation): CodeFault | undefined {
    if (presentation === 'as it was issued') {
      if (redeemed) return 'a second token for one code';
      return this.#isExpired(code) ? 'a token for a code that has expired' : undefined;
    }
    if (redeemed || !this.#isAlive(code)) return undefined;
    if (presentation === 'by another client') return 'a token for the code of another client';
    return presentation === 'under another redirect_uri' ? 'a token under another redirect_uri' : undefined;
  }

  isJudged(fault: CodeFault | undefined): boolean {
    return fault !== undefined && (this.judges === 'any' || this.judges === fault);
  }

  /** Keeps what came of a redemption. */
  keep(entry: CodeEntry, answer: Exchange): void {
    this.#now = answer.answeredAt;
    if (outcomeOf(answer).kind === 'granted') entry.redeemed = true;
  }

  /** Milliseconds. */
  async pause(duration: number): Promise<void> {
    await this.#court.until(this.#now + duration);
    this.#now += duration;
  }

  tell(line: string): void {
    this.story.push(line);
  }

  /** Where the target names no lifetime every code counts as alive. */
  #isAlive(code: IssuedCode): boolean {
    return this.#now < (this.#validity(code)?.validBefore ?? Infinity);
  }

  #isExpired(code: IssuedCode): boolean {
    return this.#now >= (this.#validity(code)?.expired ?? Infinity);
  }

  #validity(code: IssuedCode): { readonly validBefore: number; readonly expired: number } | undefined {
    const { code: lifetime, tolerance } = this.#court.client.target.lifetimes;
    return lifetime === undefined ? undefined : validity(code, { lifetime, tolerance });
  }
}
