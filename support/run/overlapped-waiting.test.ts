import assert from 'node:assert/strict';
import { after, before, describe, mock, test } from 'node:test';
import { lawfulServers } from '../../mocks/lawful/lawful-servers.js';
import { memoryStore } from '../../mocks/stores/memory.js';
import { mutant, type Mutant, type Store } from '../../mocks/index.js';
import { embeddedStages } from '../cli/embedded.js';
import { capabilitiesOf, concurrencyOf, tokenConcurrencyOf } from '../probe/capabilities.js';
import { judgeServer } from './judge-server.js';
import { library } from './library.js';
import type { Run } from './run.js';
import type { Progress, Stage } from './stage.js';

/** Feigned timers hold no process. */
let alive: NodeJS.Timeout;
before(() => {
  alive = setInterval(() => undefined, 60_000);
});
after(() => clearInterval(alive));

/** A store in which what is put on a shelf takes the place of what the same client had there. */
function cancelling(shelf: 'codes' | 'accessTokens'): (now: () => number) => Store {
  return (now) => {
    const store = memoryStore(now);
    const latest = new Map<string, string>();
    const put = (key: string, value: { readonly client_id: string }, until: number): void => {
      const before = latest.get(value.client_id);
      if (before !== undefined) void store[shelf].drop(before);
      latest.set(value.client_id, key);
      void store[shelf].put(key, value as never, until);
    };
    const own = store[shelf];
    return { ...store, [shelf]: { put, find: own.find.bind(own), add: own.add.bind(own), drop: own.drop.bind(own) } };
  };
}

const options = { prefixes: [], seed: 7, runs: 5, strict: false, slow: true, optIn: false, redacted: () => undefined } as const;

/** Judges by a clock that nobody can move: timers are feigned and turn with the mock's clock, a quarter of a second at a time. */
async function judgedByWaiting(
  profile: string,
  prefixes: readonly string[],
  changed: (stage: Stage) => Stage = (stage) => stage,
  { store, mutants = [] }: { readonly store?: (now: () => number) => Store; readonly mutants?: readonly Mutant[] } = {},
): Promise<{ run: Run; seconds: number; told: readonly Progress[] }> {
  const staging = await embeddedStages([profile], { by: 'direct', timeout: 5, mutants, ...(store ? { store } : {}) });
  const [stage] = staging.stages;
  assert.ok(stage?.clock.advance);
  const { now, advance } = stage.clock;
  const target = { ...stage.target, lifetimes: { ...stage.target.lifetimes, tolerance: 2 } };
  const told: Progress[] = [];
  await library();
  const began = now();
  let under = true;
  mock.timers.enable({ apis: ['setTimeout', 'setInterval'] });
  const turn = (): void => {
    if (!under) return;
    void advance(250);
    mock.timers.tick(250);
    setImmediate(turn);
  };
  setImmediate(turn);
  try {
    const run = await judgeServer({
      ...options,
      prefixes,
      stages: [changed({ ...stage, target, clock: { now } })],
      executor: { kind: 'direct' },
      progress: (state) => told.push(state),
    });
    return { run, seconds: (now() - began) / 1000, told };
  } finally {
    under = false;
    mock.timers.reset();
    await staging.close();
  }
}

const verdicts = ({ rules }: Run): readonly string[] => [...new Set(rules.map(({ verdict }) => verdict))];

describe('a clock that nobody can move', () => {
  test('is waited for once, for the longest lifetime, while the rest is judged', async () => {
    const { run, seconds, told } = await judgedByWaiting('pkce-access-token', ['pkce-access-token/expiry', 'pkce-access-token/request']);
    assert.deepEqual(verdicts(run), ['upheld']);
    assert.equal(run.agedScenarios, 2);
    assert.ok(seconds >= 300 && seconds <= 310, `${seconds} s`);
    const waits = told.filter(({ rule }) => rule === '').map(({ waitingMs }) => waitingMs);
    assert.ok(waits.length > 100 && waits.every((left, index) => index === 0 || left < (waits[index - 1] ?? 0)), waits.join(' '));
    assert.equal(told.at(-1)?.waitingMs, 0);
  });

  test('is waited for by each code alone where a new one cancels the one before', async () => {
    const alone = (stage: Stage): Stage => ({ ...stage, capabilities: [{ name: 'concurrent_codes', value: false, by: 'probe' }] });
    const { run, seconds } = await judgedByWaiting('pkce-access-token', ['pkce-access-token/'], alone, { store: cancelling('codes') });
    assert.deepEqual(verdicts(run), ['upheld']);
    assert.equal(run.agedScenarios, 3);
    assert.ok(seconds >= 890 && seconds <= 940, `${seconds} s`);
  });

  test('is waited for by refresh tokens beside codes, and by one more where the server keeps one at a time', async () => {
    const lifetime = 120;
    const briefly = mutant({ fault: 'A refresh token lives for two minutes', breaks: [], replace: { refreshTokenLifetime: lifetime } });
    const declared = (stage: Stage): Stage => ({
      ...stage,
      target: { ...stage.target, lifetimes: { ...stage.target.lifetimes, refresh_token: lifetime } },
    });
    const rules = ['rfc6749/6/expired-refresh-token', 'rfc6749/5.2/dead-refresh', 'rfc6749/4.1.2/expired-code'];
    const several = await judgedByWaiting('rfc9700', rules, declared, { mutants: [briefly] });
    assert.deepEqual(verdicts(several.run), ['upheld']);
    assert.ok(several.seconds >= lifetime && several.seconds <= lifetime + 10, `${several.seconds} s`);
    const oneAtATime = lawfulServers['new-refresh-token-cancels-old'];
    assert.ok(oneAtATime);
    const one = await judgedByWaiting('rfc9700', rules, declared, { mutants: [briefly, oneAtATime.asMutant] });
    assert.deepEqual(verdicts(one.run), ['upheld']);
    assert.ok(one.seconds >= 2 * lifetime - 10 && one.seconds <= 2 * lifetime + 10, `${one.seconds} s`);
  });

  test('is not waited for with --no-slow', async () => {
    const staging = await embeddedStages(['pkce-access-token'], { by: 'direct', timeout: 5 });
    const stages = staging.stages.map((stage) => ({ ...stage, clock: { now: stage.clock.now } }));
    const run = await judgeServer({ ...options, slow: false, stages, executor: { kind: 'direct' } });
    await staging.close();
    assert.deepEqual([run.complete, run.agedScenarios], [false, 0]);
    assert.deepEqual(
      run.rules.filter(({ reason }) => reason?.code === 'no-slow').map(({ rule }) => rule.id),
      ['pkce-access-token/expiry/before-five-minutes', 'pkce-access-token/expiry/after-five-minutes'],
    );
  });
});

describe('a server where the new cancels the old', () => {
  for (const [profile, shelf] of [
    ['rfc9700', 'codes'],
    ['rfc9700', 'accessTokens'],
    ['challenge-code-token', 'accessTokens'],
  ] as const) {
    test(`of ${shelf} is recognised, and no rule of ${profile} is broken by it`, async () => {
      const staging = await embeddedStages([profile], { by: 'direct', timeout: 5, store: cancelling(shelf) });
      const [stage] = staging.stages;
      assert.ok(stage);
      const { concurrent_codes: _codes, concurrent_tokens: _tokens, ...capabilities } = stage.target.capabilities;
      const scene = { ...stage, target: { ...stage.target, capabilities } };
      const decided = profile === 'challenge-code-token' ? await tokenConcurrencyOf(scene) : await capabilitiesOf(scene);
      assert.equal(decided.find(({ name }) => name === (shelf === 'codes' ? 'concurrent_codes' : 'concurrent_tokens'))?.value, false);
      const kept = stage.capabilities.filter(({ name }) => !name.startsWith('concurrent_'));
      const run = await judgeServer({
        ...options,
        stages: [{ ...scene, capabilities: [...kept, ...decided.filter(({ name }) => name.startsWith('concurrent_'))] }],
        executor: { kind: 'direct' },
      });
      await staging.close();
      assert.deepEqual(
        run.rules
          .filter(({ verdict }) => !['upheld', 'noted', 'not-applicable'].includes(verdict))
          .map(({ rule, verdict, scenarios }) => [rule.id, verdict, scenarios.find((scenario) => scenario.verdict === verdict)]),
        [],
      );
      assert.ok(run.conformant);
    });
  }

  test('is told from one where they live side by side', async () => {
    const staging = await embeddedStages(['pkce-access-token'], { by: 'direct', timeout: 5 });
    const [stage] = staging.stages;
    assert.ok(stage);
    const { capabilities: _, ...target } = stage.target;
    assert.deepEqual(await concurrencyOf({ ...stage, target: { ...target, capabilities: {} } }), [
      { name: 'concurrent_codes', value: true, by: 'probe' },
      { name: 'concurrent_tokens', value: true, by: 'probe' },
    ]);
    await staging.close();
  });
});
