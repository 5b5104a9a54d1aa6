import fc from 'fast-check';
import { challengeTokenRequest } from '../actors/challenge-token-request.js';
import { faultyRequest } from '../actors/token-request-faults.js';
import type { CodeChallengeMethod } from '../protocol/code-challenge.js';
import { newCodeVerifier } from '../protocol/code-verifier.js';
import { told } from '../verdict/control.js';
import { outcomeOf } from '../verdict/outcome.js';
import { resourceOutcomeOf } from '../verdict/resource-outcome.js';
import type { Court } from './court.js';
import type { Ledger } from './ledger.js';

/** One step of a story. */
export type LedgerCommand = fc.AsyncCommand<Ledger, Court>;

/** Every step that a story can take; those at the resource only where there is one. The seed chooses steps, never the characters of verifiers. */
export function ledgerCommands(hasResource: boolean): fc.Arbitrary<LedgerCommand>[] {
  const methods = fc.constantFrom<CodeChallengeMethod>('S256', 'plain');
  const which = fc.nat({ max: 9 });
  const requests = [
    methods.map(issue),
    fc.record({ which, by: fc.constantFrom<'same' | 'other'>('same', 'other') }).map(issueAgain),
    fc.constantFrom('had a wrong client_secret', 'had no client_secret', 'named an unknown method', 'came by query').map(issueFaulty),
    fc.array(methods, { minLength: 2, maxLength: 4 }).map(issueAtOnce),
    fc.constantFrom(1, 20, 59, 61, 3600).map(pause),
  ];
  if (!hasResource) return requests;
  const proofs = fc.constantFrom<Proof>('its verifier', 'another verifier', 'its challenge', 'no verifier');
  const uses = [fc.record({ which, proof: proofs }).map(use), fc.record({ which, gap: fc.constantFrom(20, 40) }).map(keepUsing)];
  return [...requests, ...uses];
}

/** A fresh verifier yields a token, or there is nothing to tell a story of. */
function issue(method: CodeChallengeMethod): LedgerCommand {
  return always(`a fresh ${method} challenge`, async (ledger, { client, judge }) => {
    const { exchange, asked } = await client.requestChallengeToken({ method });
    ledger.tell(`a fresh ${method} challenge: ${told(outcomeOf(exchange))}`);
    judge.tokenFrom(exchange, asked);
    ledger.keep({ asked, tokens: [] }, exchange);
  });
}

/** A verifier that was there before: whatever is granted against it is a fault, and one that was only ever refused is still good. */
function issueAgain({ which, by }: { readonly which: number; readonly by: 'same' | 'other' }): LedgerCommand {
  return where(
    ({ entries }) => entries.length > 0,
    `a verifier again, by the ${by} method`,
    async (ledger, { client, judge }) => {
      const [entry, place] = picked(ledger.entries, which);
      const { verifier, method: before } = entry.asked;
      const method = (before === 'plain') === (by === 'same') ? 'plain' : 'S256';
      const { exchange, asked } = await client.requestChallengeToken({ verifier, method });
      ledger.tell(`verifier ${place} again, as ${method}: ${told(outcomeOf(exchange))}`);
      if (entry.tokens.length === 0 && ledger.judges('a verifier that a refusal has spent')) await judge.issued(exchange);
      if (ledger.judges(ledger.faultOfReuse(entry, method))) await judge.notIssued(exchange);
      ledger.keep(entry, exchange, asked);
    },
  );
}

/** Whatever a faulty request is granted for, that is not known and left to other rules; refused, its verifier is still good. */
function issueFaulty(fault: string): LedgerCommand {
  return always(`a request that ${fault}`, async (ledger, { client }) => {
    const { exchange, asked } = await client.requestChallengeToken(faultyRequest(fault));
    ledger.tell(`a request that ${fault}: ${told(outcomeOf(exchange))}`);
    if (outcomeOf(exchange).kind === 'refused') ledger.keep({ asked, tokens: [] }, exchange);
  });
}

function issueAtOnce(methods: readonly CodeChallengeMethod[]): LedgerCommand {
  return always(`one verifier at once as ${methods.join(', ')}`, async (ledger, { client }) => {
    const verifier = newCodeVerifier();
    const requests = methods.map((method) => challengeTokenRequest(client, { verifier, method }));
    const { exchanges } = await client.wire.race(requests.map(({ draft }) => draft));
    ledger.tell(`one verifier at once as ${methods.join(', ')}: ${exchanges.map((exchange) => told(outcomeOf(exchange))).join(', ')}`);
    const [first] = requests;
    if (!first) return;
    const entry = { asked: first.asked, tokens: [] };
    exchanges.forEach((exchange, index) => ledger.keep(entry, exchange, requests[index]?.asked));
  });
}

type Proof = 'its verifier' | 'another verifier' | 'its challenge' | 'no verifier';

function use({ which, proof }: { readonly which: number; readonly proof: Proof }): LedgerCommand {
  return where(hasTokens, `a token with ${proof}`, (ledger, court) => useOnce(ledger, court, which, proof));
}

/** A token used again and again, never a minute apart, until long after its own. */
function keepUsing({ which, gap }: { readonly which: number; readonly gap: number }): LedgerCommand {
  return where(hasTokens, `a token used every ${gap} s`, async (ledger, court) => {
    for (let age = gap; age <= 80; age += gap) {
      ledger.tell(`a pause of ${gap} s`);
      await ledger.pause(gap * 1000);
      await useOnce(ledger, court, which, 'its verifier');
    }
  });
}

const hasTokens = ({ tokens }: Readonly<Ledger>): boolean => tokens.length > 0;

async function useOnce(ledger: Ledger, { client, judge }: Court, which: number, proof: Proof): Promise<void> {
  const [token, place] = picked(ledger.tokens, which);
  const { verifier, challenge = '' } = token;
  const presented = { 'its verifier': verifier, 'another verifier': newCodeVerifier(), 'its challenge': challenge, 'no verifier': null }[
    proof
  ];
  const answer = await client.proveToken(token, presented);
  ledger.tell(`token ${place} with ${proof}: ${told(resourceOutcomeOf(answer))}`);
  if (ledger.judges(ledger.faultOfUse(token, presented))) await judge.notOpened(answer);
  ledger.used(token, answer);
}

function pause(seconds: number): LedgerCommand {
  return always(`a pause of ${seconds} s`, async (ledger) => {
    ledger.tell(`a pause of ${seconds} s`);
    await ledger.pause(seconds * 1000);
  });
}

type Run = (ledger: Ledger, court: Court) => Promise<void>;

function always(name: string, run: Run): LedgerCommand {
  return where(() => true, name, run);
}

function where(check: (ledger: Readonly<Ledger>) => boolean, name: string, run: Run): LedgerCommand {
  return { check, run, toString: () => name };
}

/** One of them, counted back from the latest, and its number from 1: so that a story keeps its meaning while its beginning is cut away. */
function picked<T>(all: readonly T[], which: number): readonly [T, number] {
  const index = all.length - 1 - (which % all.length);
  const one = all[index];
  if (one === undefined) throw new Error('there is nothing to pick from: check was not asked');
  return [one, index + 1];
}
