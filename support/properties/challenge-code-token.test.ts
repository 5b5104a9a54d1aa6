import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { Client } from '../actors/client.js';
import { UserAgent } from '../actors/user-agent.js';
import { embeddedStages } from '../cli/embedded.js';
import type { Staging } from '../cli/staging.js';
import { Violation } from '../verdict/findings.js';
import { Judge } from '../verdict/judge.js';
import { noRaceYieldsTwo, noRepetitionYields, onlyWellFormedChallengesYield } from './challenge-properties.js';
import type { Court } from './court.js';
import { noStoryEndsIn } from './ledger-properties.js';
import { everyVerifierOpens, noEditedVerifierOpens, tokensExpireForGood } from './proof-properties.js';

const profile = 'challenge-code-token';

/** A court before the mock, correct or with mutants, whose every control is granted. */
function courtBefore({ stages: [stage] }: Staging, runs: number, asked = new Map<string, Promise<unknown>>()): Court {
  assert.ok(stage);
  const { target, tokenEndpoint, clock, openWire } = stage;
  const [registration] = target.clients;
  assert.ok(registration);
  const granted = (): Promise<{ granted: boolean; cause: string; exchanges: number[]; unreachable: boolean }> =>
    Promise.resolve({ granted: true, cause: '', exchanges: [], unreachable: false });
  return {
    client: new Client(registration, target, tokenEndpoint, openWire(), new UserAgent()),
    judge: new Judge({ control: granted, resourceControl: granted, secondLook: () => Promise.resolve(true), note: () => undefined }),
    trials: { seed: 7, runs },
    concurrent: true,
    offersPlain: true,
    until: async (instant) => clock.advance?.(Math.max(0, instant - clock.now())),
    once: <T>(name: string, work: () => Promise<T>): Promise<T> => {
      const known = asked.get(name) ?? work();
      asked.set(name, known);
      return known as Promise<T>;
    },
  };
}

interface Case {
  readonly property: (court: Court) => Promise<void>;
  readonly mutant: string;
  /** What the counterexample says; the characters of verifiers never stand in it, so it is the same in every run. */
  readonly counterexample: RegExp;
}

const cases: Readonly<Record<string, Case>> = {
  'only well-formed challenges yield a token (P16)': {
    property: onlyWellFormedChallengesYield,
    mutant: 'request/challenge-grammar+no-upper-bound',
    counterexample: /^a plain challenge of 129 characters$/,
  },
  'no parameter with two values yields a token (P20)': {
    property: (court) => noRepetitionYields(court, 'has two values'),
    mutant: 'request/repeated-parameter',
    counterexample: /once more, as field 1, with another value$/,
  },
  'no parameter said twice alike yields a token (P20)': {
    property: (court) => noRepetitionYields(court, 'stands twice alike'),
    mutant: 'request/repeated-equal-parameter',
    counterexample: /once more, as field 1, with the same value$/,
  },
  'no race yields two tokens (P23)': {
    property: noRaceYieldsTwo,
    mutant: 'single-use/same-challenge-race',
    counterexample: /^2 requests at once: S256, S256$/,
  },
  'tokens expire for good (P25)': {
    property: (court) => tokensExpireForGood(court, 60),
    mutant: 'expiry/after-sixty-seconds',
    counterexample: /^tokens of one instant, used after \d+, 60001 ms$/,
  },
  'every verifier opens': {
    property: everyVerifierOpens,
    mutant: 'proof/right-verifier',
    counterexample: /^a S256 token of a verifier of 43 characters$/,
  },
  'no edited verifier opens': {
    property: noEditedVerifierOpens,
    mutant: 'proof/wrong-verifier+any-case',
    // A letter flipped, or another one's capital in its place: that depends on the characters drawn.
    counterexample: /^plain: "(.+)" .*: "\1"$/i,
  },
  'no story ends in a second token for one challenge (P27)': {
    property: (court) => noStoryEndsIn(court, 'a second token for one challenge'),
    mutant: 'single-use/same-challenge-twice',
    counterexample: /^1\. .*a token was issued.*; [23]\. verifier 1 again, as (S256|plain): a token was issued$/,
  },
  'no story ends in a second token after the first has expired (P27)': {
    property: (court) => noStoryEndsIn(court, 'a second token after the first has expired'),
    mutant: 'single-use/reuse-after-expiry',
    counterexample:
      /; [23]\. (a pause of|token 1 with its verifier every) .*; [34]\. verifier 1 again, as (S256|plain): a token was issued$/,
  },
  'no story ends in a second token under S256 (P27)': {
    property: (court) => noStoryEndsIn(court, 'a second token under S256 for a verifier spent under plain'),
    mutant: 'single-use/plain-then-s256',
    counterexample: /^1\. .*; [23]\. verifier 1 again, as S256: a token was issued$/,
  },
  'no story ends in a second token under plain (P27)': {
    property: (court) => noStoryEndsIn(court, 'a second token under plain for a verifier spent under S256'),
    mutant: 'single-use/s256-then-plain',
    counterexample: /^1\. .*S256.*; [23]\. verifier 1 again, as plain: a token was issued$/,
  },
  'no story ends in a verifier that a refusal has spent (P27)': {
    property: (court) => noStoryEndsIn(court, 'a verifier that a refusal has spent'),
    mutant: 'single-use/refusal-burns-nothing',
    counterexample: /^1\. a request that had .*401.*; 2\. verifier 1 again, as \w+: the server answered 400 invalid_grant$/,
  },
  'no story ends in a token that opens to another proof (P27)': {
    property: (court) => noStoryEndsIn(court, 'a token that opens to another proof than its verifier'),
    mutant: 'proof/wrong-verifier',
    counterexample: /token 1 with no verifier: the resource answered 200$/,
  },
  'no story ends in a token that opens to its challenge (P27)': {
    property: (court) => noStoryEndsIn(court, 'a token that opens to its S256 challenge'),
    mutant: 'proof/challenge-as-proof',
    counterexample: /token 1 with its challenge: the resource answered 200$/,
  },
  'no story ends in a token that lives longer for being used (P27)': {
    property: (court) => noStoryEndsIn(court, 'a token that lives longer for being used'),
    mutant: 'expiry/use-extends-nothing',
    counterexample: /^1\. [^;]*; 2\. token 1 with its verifier every \d+ s: .*, the resource answered 200$/,
  },
};

describe('the correct mock', () => {
  const asked = new Map<string, Promise<unknown>>();
  let staging: Staging;
  before(async () => (staging = await embeddedStages([profile], { by: 'direct', timeout: 10 })));
  after(() => staging.close());
  for (const [name, { property }] of Object.entries(cases)) test(`${name}: 500 inputs`, () => property(courtBefore(staging, 500, asked)));
});

for (const [name, { property, mutant, counterexample }] of Object.entries(cases)) {
  test(`${name}: ${mutant} is told by the smallest input that shows it`, async () => {
    const staging = await embeddedStages([profile], { by: 'direct', timeout: 10, mutants: [`${profile}/${mutant}`] });
    try {
      await assert.rejects(property(courtBefore(staging, 500)), (error) => {
        assert.ok(error instanceof Violation, String(error));
        assert.match(error.detail.counterexample?.value ?? '', counterexample);
        return true;
      });
    } finally {
      await staging.close();
    }
  });
}

test('a fault that no story can end in is refused, with those it can', async () => {
  const staging = await embeddedStages([profile], { by: 'direct', timeout: 10 });
  await assert.rejects(
    noStoryEndsIn(courtBefore(staging, 1), 'tears'),
    /no story ends in "tears"; known are: a second token for one challenge/,
  );
  await staging.close();
});
