import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { mockAuthorizationServer } from '../../mocks/index.js';
import { Client } from '../actors/client.js';
import { UserAgent } from '../actors/user-agent.js';
import { embeddedStages } from '../cli/embedded.js';
import { Violation } from '../verdict/findings.js';
import { Judge } from '../verdict/judge.js';
import { Recorder } from '../wire/recorder.js';
import { directTransport } from '../wire/transport.js';
import { createWire } from '../wire/wire.js';
import type { Court } from './court.js';
import { noRepetitionRedeems, unknownParametersChangeNothing } from './token-request-properties.js';

/** A court before the mock, correct or with a mutant, whose every control is granted. */
async function courtBefore(mutants: readonly string[]): Promise<Court> {
  const staging = await embeddedStages(['rfc9700'], { by: 'direct', timeout: 5 });
  await staging.close();
  const [stage] = staging.stages;
  assert.ok(stage);
  const { target, tokenEndpoint } = stage;
  const [registration] = target.clients;
  assert.ok(registration);
  const as = mockAuthorizationServer({ issuer: target.issuer ?? '', profile: 'rfc9700', clock: 'manual', mutants });
  const clock = { now: () => as.clock.now() };
  const wire = createWire({ transport: directTransport(as.respond), clock, recorder: new Recorder(), timeoutMs: 1000 });
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
    until: () => Promise.resolve(),
    once: (_, work) => work(),
  };
}

const cases: readonly { name: string; property: (court: Court) => Promise<void>; mutant: string; counterexample: RegExp }[] = [
  {
    name: 'unknown parameters change nothing',
    property: unknownParametersChangeNothing,
    mutant: 'rfc6749/3.2/unknown-token-parameter',
    counterexample: /^"[^"]+": "" from field 1 on$/,
  },
  {
    name: 'no redemption with two values of a parameter',
    property: (court) => noRepetitionRedeems(court, 'has two values'),
    mutant: 'rfc6749/3.2/repeated-token-parameter',
    counterexample: /once more, as field 1, with another value$/,
  },
  {
    name: 'no redemption that says a parameter twice alike',
    property: (court) => noRepetitionRedeems(court, 'stands twice alike'),
    mutant: 'rfc6749/3.2/repeated-equal-parameter',
    counterexample: /once more, as field 1, with the same value$/,
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
