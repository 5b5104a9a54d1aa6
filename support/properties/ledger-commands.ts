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
import { always, picked, where, which, type StoryCommand } from './stories.js';

/** One step of a story. */
export type LedgerCommand = StoryCommand<Ledger>;

/** Every step that a story can take; those at the resource only where there is one. The seed chooses steps, never the characters of verifiers. */
export function ledgerCommands(hasResource: boolean): fc.Arbitrary<LedgerCommand>[] {
  const methods = fc.constantFrom<CodeChallengeMethod>('S256', 'plain');
  const requests = [
    methods.map(issue),
    fc.record({ at: which, by: fc.constantFrom<'same' | 'other'>('same', 'other') }).map(issueAgain),
    fc.constantFrom('had a wrong client_secret', 'had no client_secret', 'named an unknown method', 'came by query').map(issueFaulty),
    fc.array(methods, { minLength: 2, maxLength: 4 }).map(issueAtOnce),
    fc.constantFrom(1, 20, 59, 61, 3600).map(pause),
  ];
  if (!hasResource) return requests;
  const proofs = fc.constantFrom<Proof>('its verifier', 'another verifier', 'its challenge', 'no verifier');
  const uses = [fc.record({ at: which, proof: proofs }).map(use), fc.record({ at: which, gap: fc.constantFrom(20, 40) }).map(keepUsing)];
  return [...requests, ...uses];
}

/** A fresh verifier yields a token, or there is nothing to tell a story of. */
function issue(method: CodeChallengeMethod): LedgerCommand {
  return always(`a fresh ${method} challenge`, async (ledger, { client, judge }) => {
    const { exchange, asked } = await client.requestChallengeToken({ method });
    ledger.story.tell(`a fresh ${method} challenge: ${told(outcomeOf(exchange))}`);
    judge.tokenFrom(exchange, asked);
    ledger.keep({ asked, tokens: [] }, exchange);
  });
}

/** A verifier that was there before: whatever is granted against it is a fault, and one that was only ever refused is still good. */
function issueAgain({ at, by }: { readonly at: number; readonly by: 'same' | 'other' }): LedgerCommand {
  return where(
    ({ entries }) => entries.length > 0,
    `a verifier again, by the ${by} method`,
    async (ledger, { client, judge }) => {
      const [entry, place] = picked(ledger.entries, at);
      const { verifier, method: before } = entry.asked;
      const method = (before === 'plain') === (by === 'same') ? 'plain' : 'S256';
      const { exchange, asked } = await client.requestChallengeToken({ verifier, method });
      ledger.story.tell(`verifier ${place} again, as ${method}: ${told(outcomeOf(exchange))}`);
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
    ledger.story.tell(`a request that ${fault}: ${told(outcomeOf(exchange))}`);
    if (outcomeOf(exchange).kind === 'refused') ledger.keep({ asked, tokens: [] }, exchange);
  });
}

function issueAtOnce(methods: readonly CodeChallengeMethod[]): LedgerCommand {
  return always(`one verifier at once as ${methods.join(', ')}`, async (ledger, { client, judge }) => {
    const verifier = newCodeVerifier();
    const requests = methods.map((method) => challengeTokenRequest(client, { verifier, method }));
    const { exchanges } = await client.wire.race(requests.map(({ draft }) => draft));
    ledger.story.tell(
      `one verifier at once as ${methods.join(', ')}: ${exchanges.map((exchange) => told(outcomeOf(exchange))).join(', ')}`,
    );
    const [first] = requests;
    if (!first) return;
    if (ledger.judges('two tokens for one verifier at once')) await judge.atMostOneIssued(exchanges);
    const entry = { asked: first.asked, tokens: [] };
    exchanges.forEach((exchange, index) => ledger.keep(entry, exchange, requests[index]?.asked));
  });
}

type Proof = 'its verifier' | 'another verifier' | 'its challenge' | 'no verifier';

function use({ at, proof }: { readonly at: number; readonly proof: Proof }): LedgerCommand {
  return where(hasTokens, `a token with ${proof}`, (ledger, court) =>
    useOnce(ledger, court, at, proof, (what, answer) => ledger.story.tell(`${what}: ${answer}`)),
  );
}

/** A token used again and again, never a minute apart, until long after its own; one step of the story. */
function keepUsing({ at, gap }: { readonly at: number; readonly gap: number }): LedgerCommand {
  return where(hasTokens, `a token used every ${gap} s`, async (ledger, court) => {
    const [, place] = picked(ledger.tokens, at);
    const answers: string[] = [];
    try {
      for (let age = gap; age <= 80; age += gap) {
        await ledger.pause(gap * 1000);
        await useOnce(ledger, court, at, 'its verifier', (_, answer) => answers.push(answer));
      }
    } finally {
      ledger.story.tell(`token ${place} with its verifier every ${gap} s: ${answers.join(', ')}`, gap);
    }
  });
}

const hasTokens = ({ tokens }: Readonly<Ledger>): boolean => tokens.length > 0;

async function useOnce(
  ledger: Ledger,
  { client, judge }: Court,
  at: number,
  proof: Proof,
  tell: (what: string, answer: string) => void,
): Promise<void> {
  const [token, place] = picked(ledger.tokens, at);
  const { verifier, challenge = '' } = token;
  const presented = { 'its verifier': verifier, 'another verifier': newCodeVerifier(), 'its challenge': challenge, 'no verifier': null }[
    proof
  ];
  const answer = await client.proveToken(token, presented);
  tell(`token ${place} with ${proof}`, told(resourceOutcomeOf(answer)));
  if (ledger.judges(ledger.faultOfUse(token, presented))) await judge.notOpened(answer);
  if (ledger.judges(ledger.faultOfRefusal(token, presented))) await judge.opened(answer);
  ledger.used(token, answer);
}

function pause(seconds: number): LedgerCommand {
  return always(`a pause of ${seconds} s`, async (ledger) => {
    ledger.story.tell(`a pause of ${seconds} s`, seconds);
    await ledger.pause(seconds * 1000);
  });
}
