import fc from 'fast-check';
import { withParameter, without, type Change } from '../actors/changes.js';
import type { Client } from '../actors/client.js';
import { newCodeVerifier } from '../protocol/code-verifier.js';
import { told } from '../verdict/control.js';
import { Inconclusive } from '../verdict/findings.js';
import { outcomeOf } from '../verdict/outcome.js';
import type { Court } from './court.js';
import type { CodeEntry, CodeLedger, Presentation } from './code-ledger.js';

/** One step of a story. */
export type CodeCommand = fc.AsyncCommand<CodeLedger, Court>;

/** Every step that a story can take; the seed chooses steps, never the characters of verifiers. */
export function codeCommands({ client: { target }, otherClient }: Court): fc.Arbitrary<CodeCommand>[] {
  const which = fc.nat({ max: 99 });
  const others: readonly Presentation[] = otherClient ? ['by another client'] : [];
  const wrong = fc.constantFrom<Presentation>('with another verifier', 'without a verifier', 'under another redirect_uri', ...others);
  const lifetime = target.lifetimes.code ?? 60;
  return [
    fc.constant(authorize()),
    which.map((one) => redeem(one, 'as it was issued')),
    which.map((one) => redeem(one, 'as it was issued')),
    fc.record({ which, wrong }).map((step) => redeem(step.which, step.wrong)),
    fc.record({ which, copies: fc.integer({ min: 2, max: 4 }) }).map((step) => redeemAtOnce(step.which, step.copies)),
    fc.constantFrom(1, Math.floor(lifetime / 2), lifetime - 1, lifetime + 1).map(pause),
  ];
}

function authorize(): CodeCommand {
  return always('a new code', async (ledger, { client }) => {
    ledger.add(await client.obtainCode());
    ledger.tell(`code ${ledger.entries.length} is issued`);
  });
}

/** A code is redeemed, for the first time or again; where a token would be the fault that is judged, it is judged. */
function redeem(which: number, presentation: Presentation): CodeCommand {
  return where(
    ({ entries }) => entries.length > 0,
    `a code redeemed ${presentation}`,
    async (ledger, court) => {
      const [entry, place] = picked(ledger.entries, which);
      const fault = ledger.faultOf(entry, presentation);
      const actor = presentation === 'by another client' ? (court.otherClient ?? court.client) : court.client;
      const answer = await actor.redeem(entry.code, ...changesFor(presentation, court.client));
      ledger.tell(`code ${place} is redeemed ${presentation}: ${told(outcomeOf(answer))}`);
      if (ledger.isJudged(fault)) await court.judge.notIssued(answer);
      ledger.keep(entry, answer);
    },
  );
}

function changesFor(presentation: Presentation, client: Client): readonly Change[] {
  if (presentation === 'with another verifier') return [withParameter('code_verifier', newCodeVerifier())];
  if (presentation === 'without a verifier') return [without('code_verifier')];
  return presentation === 'under another redirect_uri' ? [withParameter('redirect_uri', client.otherRedirectUri)] : [];
}

/** Copies of one redemption arrive together: of that many tokens the race is judged elsewhere, but the code is used from then on. */
function redeemAtOnce(which: number, copies: number): CodeCommand {
  return where(
    ({ entries }) => entries.length > 0,
    `a code redeemed ${copies} times at once`,
    async (ledger, { client, judge }) => {
      const [entry, place] = picked(ledger.entries, which);
      const used = entry.redeemed && ledger.isJudged(ledger.faultOf(entry, 'as it was issued'));
      const { exchanges } = await client.wire.race(Array.from({ length: copies }, () => client.tokenRequest(entry.code)));
      ledger.tell(
        `code ${place} is redeemed ${copies} times at once: ${exchanges.map((exchange) => told(outcomeOf(exchange))).join(', ')}`,
      );
      for (const exchange of exchanges) {
        if (used) await judge.notIssued(exchange);
        ledger.keep(entry, exchange);
      }
    },
  );
}

function pause(seconds: number): CodeCommand {
  return always(`a pause of ${seconds} s`, async (ledger) => {
    ledger.tell(`a pause of ${seconds} s`);
    await ledger.pause(seconds * 1000);
  });
}

type Run = (ledger: CodeLedger, court: Court) => Promise<void>;

function always(name: string, run: Run): CodeCommand {
  return where(() => true, name, run);
}

function where(check: (ledger: Readonly<CodeLedger>) => boolean, name: string, run: Run): CodeCommand {
  return { check, run, toString: () => name };
}

/** One of them, and its number from 1. */
function picked(all: readonly CodeEntry[], which: number): readonly [CodeEntry, number] {
  const index = which % all.length;
  const one = all[index];
  if (one === undefined) throw new Inconclusive('there is no code to pick');
  return [one, index + 1];
}
