import fc from 'fast-check';
import { withParameter, without, type Change } from '../actors/changes.js';
import { newCodeVerifier } from '../protocol/code-verifier.js';
import type { CodeChallengeMethod } from '../protocol/code-challenge.js';
import { told } from '../verdict/control.js';
import { outcomeOf } from '../verdict/outcome.js';
import type { Exchange } from '../wire/exchange.js';
import { accessCommands, renewalCommands } from './access-commands.js';
import type { Court } from './court.js';
import type { CodeEntry, CodeLedger, Presentation } from './code-ledger.js';
import { meets } from './expectation.js';
import { always, picked, where, which, type StoryCommand, type StoryKind } from './stories.js';

export type CodeCommand = StoryCommand<CodeLedger>;

/**
 * Stories of codes, of the tokens that they yield, and of both at once. The seed chooses steps, never the characters of
 * verifiers.
 */
export function codeStories(court: Court): readonly StoryKind<CodeLedger>[] {
  const { target } = court.client;
  const others: readonly Presentation[] = court.otherClient ? ['by another client'] : [];
  const wrong = fc.constantFrom<Presentation>(
    'with another verifier',
    'with the verifier of another code',
    'without a verifier',
    'under another redirect_uri',
    ...others,
  );
  const lifetime = target.lifetimes.code ?? 60;
  const overHalf = Math.floor(lifetime / 2) + 1;
  const pauses = fc.constantFrom(1, overHalf, lifetime - 1, lifetime + 1).map(pause);
  const wrongly = fc.record({ at: which, presentation: wrong }).map(({ at, presentation }) => redeem(at, presentation));
  const atOnce = fc.record({ at: which, copies: fc.integer({ min: 2, max: 4 }) }).map(({ at, copies }) => redeemAtOnce(at, copies));
  const codes = [
    authorizations(court),
    redemptions,
    redemptions,
    wrongly,
    wrongly,
    atOnce,
    pauses,
    which.map((one) => redeemAfterTrying(one, overHalf)),
    ...(target.lifetimes.code === undefined ? [] : [which.map(redeemAlmostOver)]),
  ];
  const access = accessCommands(court);
  return [
    codes,
    [authorizations(court), redemptions, ...access],
    [authorizations(court), redemptions, ...renewalCommands(court)],
    [...codes, ...access],
  ];
}

/** Codes asked for, and redeemed with their own verifier or with that of another: what needs no clock. */
export function verifierStories(court: Court): readonly StoryKind<CodeLedger>[] {
  return [[authorizations(court), redemptions, which.map((one) => redeem(one, 'with the verifier of another code'))]];
}

const redemptions = which.map((one) => redeem(one, 'as it was issued'));

function authorizations({ otherClient, offersPlain }: Court): fc.Arbitrary<CodeCommand> {
  const methods = fc.constantFrom<CodeChallengeMethod>('S256', ...(offersPlain ? (['plain'] as const) : []));
  const byOther = otherClient === undefined ? fc.constant(false) : fc.integer({ min: 0, max: 3 }).map((n) => n === 3);
  return fc.record({ method: methods, byOther }).map(({ method, byOther: other }) => authorize(method, other));
}

function authorize(method: CodeChallengeMethod, byOther: boolean): CodeCommand {
  return always('a new code', async (ledger, { client, otherClient = client }) => {
    const owner = byOther ? otherClient : client;
    ledger.add(owner, await owner.obtainCode({ method }));
    const details = [...(byOther ? ['to another client'] : []), ...(method === 'plain' ? ['for a plain challenge'] : [])];
    ledger.story.tell(['code', ledger.entries.length, 'is issued', ...details].join(' '));
  });
}

/** A code is redeemed, for the first time or again; what comes has to be among what may come. */
function redeem(at: number, presentation: Presentation): CodeCommand {
  return where(
    ({ entries }) => entries.length > (presentation === 'with the verifier of another code' ? 1 : 0),
    `a code redeemed ${presentation}`,
    async (ledger, court) => {
      const [entry, place] = picked(ledger.entries, at);
      const tell = (answer: string): void => ledger.story.tell(`code ${place} is redeemed ${presentation}: ${answer}`);
      await redeemOnce(entry, presentation, ledger, court, tell);
    },
  );
}

/** A code is tried with a wrong verifier after so many seconds and redeemed after as many more; one step of the story. */
function redeemAfterTrying(at: number, pause: number): CodeCommand {
  return where(
    ({ entries }) => entries.length > 0,
    `a code tried after ${pause} s and redeemed after ${pause} s more`,
    async (ledger, court) => {
      const [entry, place] = picked(ledger.entries, at);
      const answers: string[] = [];
      try {
        for (const presentation of ['with another verifier', 'as it was issued'] as const) {
          await ledger.pause(pause * 1000);
          await redeemOnce(entry, presentation, ledger, court, (answer) => answers.push(answer));
        }
      } finally {
        const [tried = '', redeemed = ''] = answers;
        ledger.story.tell(
          `code ${place} is tried with another verifier after ${pause} s: ${tried}, and redeemed ${pause} s later: ${redeemed}`,
          pause,
        );
      }
    },
  );
}

/** A code is redeemed at the last moment at which it has to be good; one step of the story. */
function redeemAlmostOver(at: number): CodeCommand {
  return where(
    (ledger) => ledger.entries.some((entry) => ledger.isAlive(entry)),
    'a code redeemed when its lifetime is almost over',
    async (ledger, court) => {
      const [entry] = picked(
        ledger.entries.filter((each) => ledger.isAlive(each)),
        at,
      );
      const place = ledger.entries.indexOf(entry) + 1;
      const waited = await ledger.untilAlmostOver(entry);
      const tell = (answer: string): void =>
        ledger.story.tell(`code ${place} is redeemed ${waited} s later, its lifetime almost over: ${answer}`, waited);
      await redeemOnce(entry, 'as it was issued', ledger, court, tell);
    },
  );
}

async function redeemOnce(
  entry: CodeEntry,
  presentation: Presentation,
  ledger: CodeLedger,
  court: Court,
  tell: (answer: string) => void,
): Promise<void> {
  const expected = ledger.expected(entry, presentation);
  const actor = presentation === 'by another client' ? strangerTo(entry, court) : entry.client;
  const answer = await actor.redeem(entry.code, ...changesFor(presentation, entry, ledger));
  tell(told(outcomeOf(answer)));
  await meets(expected, answer, ledger, court);
  ledger.keep(entry, presentation, answer);
}

function strangerTo({ client }: CodeEntry, court: Court): Court['client'] {
  return client === court.client ? (court.otherClient ?? court.client) : court.client;
}

function changesFor(presentation: Presentation, { client, code }: CodeEntry, { entries }: CodeLedger): readonly Change[] {
  if (presentation === 'with another verifier') return [withParameter('code_verifier', newCodeVerifier())];
  if (presentation === 'without a verifier') return [without('code_verifier')];
  if (presentation === 'under another redirect_uri') return [withParameter('redirect_uri', client.otherRedirectUri)];
  if (presentation !== 'with the verifier of another code') return [];
  const other = entries.findLast((entry) => entry.code !== code);
  return [withParameter('code_verifier', other?.code.verifier ?? newCodeVerifier())];
}

/** Copies of one redemption arrive together: at most one may be granted, and none if the code is dead. */
function redeemAtOnce(at: number, copies: number): CodeCommand {
  return where(
    ({ entries }) => entries.length > 0,
    `a code redeemed ${copies} times at once`,
    async (ledger, court) => {
      const [entry, place] = picked(ledger.entries, at);
      const { granted } = ledger.expected(entry, 'as it was issued');
      const { exchanges } = await court.client.wire.race(Array.from({ length: copies }, () => entry.client.tokenRequest(entry.code)));
      const answers = exchanges.map((exchange) => told(outcomeOf(exchange))).join(', ');
      ledger.story.tell(`code ${place} is redeemed ${copies} times at once: ${answers}`);
      if (ledger.judges('two tokens for one code at once')) await court.judge.atMostOneIssued(exchanges);
      // The winner first: what the others met with came of a code that was used.
      for (const exchange of exchanges.toSorted((a, b) => tokens(b) - tokens(a))) {
        if (granted !== undefined) await meets({ granted }, exchange, ledger, court);
        ledger.keep(entry, 'as it was issued', exchange, true);
      }
    },
  );
}

function tokens(exchange: Exchange): number {
  return outcomeOf(exchange).kind === 'granted' ? 1 : 0;
}

function pause(seconds: number): CodeCommand {
  return always(`a pause of ${seconds} s`, async (ledger) => {
    ledger.story.tell(`a pause of ${seconds} s`, seconds);
    await ledger.pause(seconds * 1000);
  });
}
