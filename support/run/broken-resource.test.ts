import assert from 'node:assert/strict';
import { test } from 'node:test';
import { mockAuthorizationServer, type Fault } from '../../mocks/index.js';
import { embeddedStages } from '../cli/embedded.js';
import type { HttpResponse } from '../protocol/http.js';
import { Recorder } from '../wire/recorder.js';
import { directTransport } from '../wire/transport.js';
import { createWire } from '../wire/wire.js';
import { judgeServer } from './judge-server.js';
import type { RuleResult } from './run.js';

const profile = 'rfc9700';
const inAnyCase = 'rfc6750/2.1/scheme-in-any-case';
const opensNothing = 'rfc6750/3.1/invalid-token-opens-nothing';

/** Judges one rule against the mock, whose resource answers so. */
async function judged(rule: string, respond: Fault['respond']): Promise<RuleResult> {
  const staging = await embeddedStages([profile], { by: 'direct', timeout: 10 });
  try {
    const stages = staging.stages.map((stage) => {
      const as = mockAuthorizationServer({ issuer: stage.target.issuer ?? '', profile, clock: 'manual' });
      as.faults.add({ on: 'resource', respond, times: 1_000_000 });
      const clock = { now: () => as.clock.now(), advance: (ms: number) => as.clock.advance(ms) };
      const wire = createWire({ transport: directTransport(as.respond), clock, recorder: new Recorder(), timeoutMs: 10_000 });
      return { ...stage, clock, openWire: () => wire.forScenario() };
    });
    const { rules } = await judgeServer({
      stages,
      prefixes: [rule],
      seed: 1,
      runs: 2,
      strict: false,
      slow: true,
      optIn: false,
      executor: { kind: 'direct' },
      redacted: () => undefined,
    });
    const [result] = rules;
    assert.ok(result !== undefined);
    return result;
  } finally {
    await staging.close();
  }
}

const unauthorized: HttpResponse = { status: 401, headers: { 'www-authenticate': 'Bearer error="invalid_token"' }, body: '' };
const broken: HttpResponse = { status: 500, headers: {}, body: '' };

const reasons = ({ scenarios }: RuleResult): string => scenarios.map(({ reason }) => reason ?? '').join('; ');

test('a resource that is right upholds what it opens to, and what it does not open to', async () => {
  assert.equal((await judged(inAnyCase, (_request, right) => right())).verdict, 'upheld');
  assert.equal((await judged(opensNothing, (_request, right) => right())).verdict, 'upheld');
});

test('a resource is convicted by a refusal while it opens to a fresh token', async () => {
  const { verdict } = await judged(inAnyCase, ({ headers }, right) =>
    String(headers['authorization']).startsWith('Bearer ') ? right() : unauthorized,
  );
  assert.equal(verdict, 'violated');
});

test('a resource that has shut to everybody since its control is not convicted by refusing', async () => {
  let uses = 0;
  const result = await judged(inAnyCase, (_request, right) => ((uses += 1) === 2 ? right() : unauthorized));
  assert.equal(result.verdict, 'inconclusive');
  assert.match(reasons(result), /the resource no longer opens to what it opened to before/);
});

test('a resource that has broken down since its control refuses nothing by its 500', async () => {
  let opened = false;
  const result = await judged(opensNothing, async (_request, right) => {
    if (opened) return broken;
    const answer = await right();
    opened = answer.status === 200;
    return answer;
  });
  assert.equal(result.verdict, 'inconclusive');
  assert.match(reasons(result), /the resource answered 500/);
});
