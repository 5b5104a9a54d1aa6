import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { mockAuthorizationServer } from '../../mocks/index.js';
import { Client } from '../actors/client.js';
import { UserAgent } from '../actors/user-agent.js';
import { embeddedStages } from '../cli/embedded.js';
import { Violation } from '../verdict/findings.js';
import { Judge } from '../verdict/judge.js';
import { directTransport } from '../wire/transport.js';
import { Recorder } from '../wire/recorder.js';
import { createWire } from '../wire/wire.js';
import type { Court } from './court.js';
import { deadAfter, goodUntil, noRaceYieldsTwoTokens, orderAndWritingAreInert } from './redemption-properties.js';
import { everyVerifierRedeems, noEditedVerifierRedeems, noVerifierRedeems } from './verifier-properties.js';

type Mutants = NonNullable<NonNullable<Parameters<typeof mockAuthorizationServer>[0]>['mutants']>;

/** A court before the mock, correct or with mutants, whose every control is granted. */
async function courtBefore(mutants: Mutants): Promise<Court> {
  const staging = await embeddedStages(['pkce-access-token'], { by: 'direct', timeout: 5 });
  await staging.close();
  const [stage] = staging.stages;
  assert.ok(stage);
  const { target, tokenEndpoint } = stage;
  const as = mockAuthorizationServer({ issuer: target.issuer ?? '', profile: 'pkce-access-token', clock: 'manual', mutants });
  const clock = { now: () => as.clock.now() };
  const wire = createWire({ transport: directTransport(as.respond), clock, recorder: new Recorder(), timeoutMs: 1000 });
  const [registration] = target.clients;
  assert.ok(registration);
  const control = { granted: true, cause: '', exchanges: [], unreachable: false };
  return {
    client: new Client(registration, target, tokenEndpoint, wire, new UserAgent()),
    judge: new Judge({
      control: () => Promise.resolve(control),
      resourceControl: () => Promise.resolve(control),
      secondLook: () => Promise.resolve(true),
      note: () => undefined,
    }),
    trials: { seed: 7, runs: 100 },
    concurrent: true,
    offersPlain: true,
    until: (instant) => Promise.resolve(as.clock.advance(Math.max(0, instant - as.clock.now()))),
    once: (_, work) => work(),
  };
}

const cases: readonly { name: string; property: (court: Court) => Promise<void>; mutant: string; counterexample: RegExp }[] = [
  {
    name: 'every verifier of a lawful length redeems',
    property: (court) => everyVerifierRedeems(court, 58, 128),
    mutant: 'pkce-access-token/verifier/documented-lengths',
    counterexample: /128 characters/,
  },
  {
    name: 'no short verifier redeems',
    property: (court) => noVerifierRedeems(court, 1, 42),
    mutant: 'pkce-access-token/verifier/printed-samples-too-short+forty-two',
    counterexample: /42 characters/,
  },
  {
    name: 'no edited verifier redeems',
    property: noEditedVerifierRedeems,
    mutant: 'pkce-access-token/verifier/wrong-verifier-at-exchange+trimmed',
    counterexample: /appended/,
  },
  {
    name: 'order and writing are inert',
    property: orderAndWritingAreInert,
    mutant: 'pkce-access-token/request/redirect-uri-escaping',
    counterexample: /lower/,
  },
  {
    name: 'no race yields two tokens',
    property: noRaceYieldsTwoTokens,
    mutant: 'pkce-access-token/single-use/code-exchanged-once+race',
    counterexample: /^2 copies/,
  },
  {
    name: 'a code is good until it expires',
    property: (court) => goodUntil(court, 300),
    mutant: 'pkce-access-token/expiry/before-five-minutes+second',
    counterexample: /^a code with 0 ms/,
  },
  {
    name: 'a code is dead after it has expired',
    property: (court) => deadAfter(court, 300),
    mutant: 'pkce-access-token/expiry/after-five-minutes',
    counterexample: /dead for 0 ms/,
  },
];

for (const { name, property, mutant, counterexample } of cases) {
  describe(name, () => {
    test('of the correct mock', async () => {
      await property(await courtBefore([]));
    });

    test(`not of ${mutant}, and the counterexample is small`, async () => {
      await assert.rejects(property(await courtBefore([mutant])), (error) => {
        assert.ok(error instanceof Violation, String(error));
        assert.match(error.detail.counterexample?.value ?? '', counterexample);
        return true;
      });
    });
  });
}
