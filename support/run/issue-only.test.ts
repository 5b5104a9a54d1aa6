import assert from 'node:assert/strict';
import { before, describe, test } from 'node:test';
import { mockAuthorizationServer } from '../../mocks/index.js';
import { embeddedStages } from '../cli/embedded.js';
import { Recorder } from '../wire/recorder.js';
import { directTransport } from '../wire/transport.js';
import { createWire } from '../wire/wire.js';
import { judgeServer } from './judge-server.js';
import type { Stage } from './stage.js';
import type { Run } from './run.js';

const profile = 'challenge-code-token';

async function judged(change: (stage: Stage) => Stage, mutants: readonly string[] = []): Promise<Run> {
  const staging = await embeddedStages([profile], { by: 'direct', timeout: 10, mutants });
  try {
    return await judgeServer({
      stages: staging.stages.map(change),
      prefixes: [],
      seed: 1,
      runs: 2,
      strict: false,
      slow: true,
      optIn: false,
      executor: { kind: 'direct' },
      redacted: () => undefined,
    });
  } finally {
    await staging.close();
  }
}

function withoutProof(stage: Stage): Stage {
  const { proof: _proof, ...target } = stage.target;
  return { ...stage, target };
}

function under(run: Run, prefix: string): Run['rules'] {
  return run.rules.filter(({ rule }) => rule.id.startsWith(`${profile}/${prefix}`));
}

/** Only the proof at the resource shows PKCE in this document: a run that could not look there says so, and upholds nothing of it. */
describe('a Challenge Code Token target without a proof', () => {
  let run: Run;
  before(async () => {
    run = await judged(withoutProof);
  });

  test('is certified as issue-only', () => {
    assert.deepEqual(run.target.limits, ['issue-only']);
    assert.equal(run.conformant, true);
  });

  test('has no rule of the proof or the resource upheld: each is not applicable, with the reason', () => {
    const rules = [...under(run, 'proof/'), ...under(run, 'resource/')];
    assert.ok(rules.length >= 6);
    for (const { rule, verdict, reason } of rules) {
      assert.equal(verdict, 'not-applicable', rule.id);
      assert.match(reason?.text ?? '', /no proof|fewer than two scopes/, rule.id);
    }
  });

  test('has of the lifetime only those rules upheld that the token endpoint shows', () => {
    const upheld = under(run, 'expiry/').filter(({ verdict }) => verdict === 'upheld');
    assert.deepEqual(
      upheld.map(({ rule }) => rule.id),
      [`${profile}/expiry/expires-in-within-sixty`, `${profile}/expiry/renewal-without-refresh`],
    );
    assert.ok(under(run, 'expiry/').every(({ verdict }) => verdict === 'upheld' || verdict === 'not-applicable'));
  });

  test('is not acquitted of what only the resource shows: a server that checks no verifier still passes, but as issue-only', async () => {
    const bearer = await judged(withoutProof, [`${profile}/proof/wrong-verifier+bearer`]);
    assert.deepEqual(bearer.target.limits, ['issue-only']);
    assert.ok(under(bearer, 'proof/').every(({ verdict }) => verdict === 'not-applicable'));
  });
});

describe('a Challenge Code Token target with a proof', () => {
  test('is not issue-only', async () => {
    const run = await judged((stage) => stage);
    assert.deepEqual(run.target.limits, []);
    assert.ok(under(run, 'proof/').every(({ verdict }) => verdict === 'upheld'));
  });

  for (const carrier of ['header', 'query'] as const) {
    test(`is judged by the same steps where the proof goes by ${carrier}`, async () => {
      const run = await judged((stage) => carriedBy(carrier, stage));
      assert.deepEqual(
        run.rules.filter(({ verdict }) => verdict !== 'upheld').map(({ rule, verdict }) => [rule.id, verdict]),
        [],
      );
    });
  }
});

/** The same target, with a mock behind it that takes the verifier elsewhere. */
function carriedBy(carrier: 'header' | 'query', stage: Stage): Stage {
  const { issuer = '', policy, proof } = stage.target;
  const own = { carrier, name: 'X-Proof' };
  const as = mockAuthorizationServer({
    issuer,
    profile,
    clock: 'manual',
    proof: own,
    ...(policy.grant_type === undefined ? {} : { challengeGrantType: policy.grant_type }),
  });
  const clock = { now: () => as.clock.now(), advance: (ms: number) => as.clock.advance(ms) };
  const wire = createWire({ transport: directTransport(as.respond), clock, recorder: new Recorder(), timeoutMs: 10_000 });
  return { ...stage, clock, target: { ...stage.target, proof: { ...own, url: proof?.url ?? '' } }, openWire: () => wire.forScenario() };
}
