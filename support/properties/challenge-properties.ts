import fc from 'fast-check';
import { alteredS256, plainOf } from '../actors/challenge-wishes.js';
import { challengeTokenRequest, type ChallengeWish } from '../actors/challenge-token-request.js';
import { withFieldAt } from '../actors/changes.js';
import { anotherValueOf, type Repetition } from '../actors/token-request-faults.js';
import { LONGEST_VERIFIER, SHORTEST_VERIFIER } from '../protocol/code-verifier.js';
import { ILLEGAL_CHARACTERS, verifierHolding } from '../protocol/malformed-verifiers.js';
import type { CodeChallengeMethod } from '../protocol/code-challenge.js';
import { places } from './arbitraries.js';
import type { Court } from './court.js';
import { holds } from './hold.js';

/** A challenge by its shape: the seed chooses this much, and the characters are fresh each time. */
type Shape =
  | { readonly kind: 'plain'; readonly length: number }
  | { readonly kind: 'plain with'; readonly length: number; readonly name: string; readonly character: string }
  | { readonly kind: 'S256'; readonly length: number }
  | { readonly kind: 'S256 altered'; readonly alteration: string };

/** A challenge yields a token where it is within the grammar of its method, RFC 7636 §4.2, and else none. */
export function onlyWellFormedChallengesYield({ client, judge, trials }: Court): Promise<void> {
  const judged = async (shape: Shape): Promise<void> => {
    const { exchange } = await client.requestChallengeToken(wishOf(shape));
    await (isWellFormed(shape) ? judge.issued(exchange) : judge.notIssued(exchange));
  };
  return holds(trials, shapes(), judged, tellShape);
}

function shapes(): fc.Arbitrary<Shape> {
  const edges = fc.constantFrom(1, SHORTEST_VERIFIER - 1, SHORTEST_VERIFIER, LONGEST_VERIFIER, LONGEST_VERIFIER + 1);
  const lawful = fc.integer({ min: SHORTEST_VERIFIER, max: LONGEST_VERIFIER });
  const alterations = [
    'cut to 42 characters',
    'cut to 22 characters',
    'lengthened to 44 characters',
    'lengthened to 86 characters',
    'padded',
    'as lower-case hex',
    'as upper-case hex',
    'in the standard alphabet',
    'with a space inside',
    'with a percent sign inside',
    'with a non-ASCII letter inside',
    'with NUL inside',
    'with a line feed appended',
  ];
  return fc.oneof(
    fc.record({ kind: fc.constant('plain' as const), length: fc.oneof(edges, fc.integer({ min: 1, max: 171 })) }),
    fc
      .record({ kind: fc.constant('plain with' as const), length: lawful, illegal: fc.constantFrom(...ILLEGAL_CHARACTERS) })
      .map(({ kind, length, illegal: { name, character } }) => ({ kind, length, name, character })),
    fc.record({ kind: fc.constant('S256' as const), length: lawful }),
    fc.record({ kind: fc.constant('S256 altered' as const), alteration: fc.constantFrom(...alterations) }),
  );
}

function wishOf(shape: Shape): ChallengeWish {
  switch (shape.kind) {
    case 'plain':
      return plainOf(shape.length);
    case 'plain with':
      return { verifier: verifierHolding(shape.character, 'in the middle', shape.length), method: 'plain' };
    case 'S256':
      return { ...plainOf(shape.length), method: 'S256' };
    case 'S256 altered':
      return alteredS256(shape.alteration);
  }
}

function isWellFormed(shape: Shape): boolean {
  return shape.kind === 'S256' || (shape.kind === 'plain' && shape.length >= SHORTEST_VERIFIER && shape.length <= LONGEST_VERIFIER);
}

function tellShape(shape: Shape): string {
  if (shape.kind === 'plain') return `a plain challenge of ${shape.length} characters`;
  if (shape.kind === 'plain with') return `a plain challenge of ${shape.length} characters with ${shape.name} in its middle`;
  return shape.kind === 'S256' ? `the S256 challenge of a verifier of ${shape.length} characters` : `an S256 challenge ${shape.alteration}`;
}

/** No request that says one of these parameters twice yields a token, wherever the second one stands. */
export function noRepetitionYields({ client, judge, trials }: Court, repetition: Repetition): Promise<void> {
  const names = [
    'code_challenge',
    'code_challenge_method',
    'client_id',
    'client_secret',
    ...(client.target.scope === undefined ? [] : ['scope']),
    ...(client.target.policy.grant_type === undefined ? [] : ['grant_type']),
  ];
  const judged = async ({ name, at }: { name: string; at: number }): Promise<void> => {
    const { exchange } = await client.requestChallengeToken({
      changes: [
        (draft) => {
          const fields = draft.form ?? [];
          const own = fields.find(([known]) => known === name)?.[1] ?? '';
          return withFieldAt(at % (fields.length + 1), [name, repetition === 'has two values' ? anotherValueOf(name) : own])(draft);
        },
      ],
    });
    await judge.notIssued(exchange);
  };
  return holds(
    trials,
    fc.record({ name: fc.constantFrom(...names), at: places() }),
    judged,
    ({ name, at }) =>
      `${name} once more, as field ${(at % (names.length + 1)) + 1}, with ${repetition === 'has two values' ? 'another' : 'the same'} value`,
  );
}

/** However many requests for one verifier arrive together, by whichever methods, one token comes of them at most. */
export function noRaceYieldsTwo({ client, judge, trials }: Court): Promise<void> {
  const crowds = fc.array(fc.constantFrom<CodeChallengeMethod>('S256', 'plain'), { minLength: 2, maxLength: 32 });
  const judged = async (methods: readonly CodeChallengeMethod[]): Promise<void> => {
    const [first, ...rest] = methods.map((method) => ({ method }));
    const { draft, asked } = challengeTokenRequest(client, first);
    const others = rest.map(({ method }) => challengeTokenRequest(client, { verifier: asked.verifier, method }).draft);
    await judge.atMostOneIssued((await client.wire.race([draft, ...others])).exchanges);
  };
  return holds(
    { ...trials, runs: Math.min(trials.runs, mostRaces) },
    crowds,
    judged,
    (methods) => `${methods.length} requests at once: ${methods.join(', ')}`,
  );
}

/** A race costs as many connections as it has runners. */
const mostRaces = 20;
