import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { test } from 'node:test';
import type { HttpRequest, HttpResponse } from '../protocol/http.js';
import { policyFor } from '../target/policy.js';
import type { Target } from '../target/target.js';
import { RateLimits } from '../wire/rate-limits.js';
import { Recorder } from '../wire/recorder.js';
import { directTransport } from '../wire/transport.js';
import { createWire } from '../wire/wire.js';
import { MessageLog } from './message-log.js';
import { judgeServer } from './judge-server.js';
import type { Executor } from './executor.js';
import type { Run } from './run.js';

const profile = 'pkce-access-token';
const rule = 'pkce-access-token/request/verifier-required';
const control = 'pkce-access-token/request/complete-exchange';

const target: Target = {
  name: 'a small server',
  endpoints: { authorization: 'https://as.example/authorize', token: 'https://as.example/token' },
  profiles: [profile],
  clients: ['one', 'two'].map((client_id) => ({
    client_id,
    token_endpoint_auth_method: 'none',
    method_declared: false,
    type: 'public',
    redirect_uris: ['http://127.0.0.1:9876/callback'],
    application_type: 'web',
  })),
  login: { driver: 'automatic' },
  authorization_parameters: {},
  lifetimes: { tolerance: 0, resource_leeway: 0 },
  capabilities: {},
  policy: policyFor(profile, {}),
  insecure_http: false,
  browser_client: false,
};

type TokenEndpoint = (parameters: URLSearchParams, matches: boolean) => HttpResponse;

const json = (status: number, body: unknown): HttpResponse => ({
  status,
  headers: { 'content-type': 'application/json' },
  body: JSON.stringify(body),
});
const granted = (): HttpResponse => json(200, { access_token: `t${Math.random()}`, token_type: 'Bearer' });
const refused = (): HttpResponse => json(400, { error: 'invalid_grant' });
const right: TokenEndpoint = (_, matches) => (matches ? granted() : refused());

async function judged(tokenEndpoint: TokenEndpoint, prefixes = [rule, control], executor: Executor = { kind: 'direct' }): Promise<Run> {
  const challenges = new Map<string, string>();
  const respond = ({ url, body }: HttpRequest): HttpResponse => {
    const { pathname, searchParams } = new URL(url);
    if (pathname === '/authorize') {
      const code = `code-${challenges.size}`;
      challenges.set(code, searchParams.get('code_challenge') ?? '');
      return { status: 302, headers: { location: `${searchParams.get('redirect_uri')}?code=${code}` }, body: '' };
    }
    const parameters = new URLSearchParams(Buffer.from(body).toString());
    const verifier = parameters.get('code_verifier') ?? '';
    return tokenEndpoint(
      parameters,
      createHash('sha256').update(verifier).digest('base64url') === challenges.get(parameters.get('code') ?? ''),
    );
  };
  const clock = { now: () => Date.now(), advance: () => undefined };
  let waited = 0;
  const limits = new RateLimits({ now: () => waited, sleep: async (ms) => void (waited += ms) });
  const wire = createWire({ transport: directTransport(respond), clock, recorder: new Recorder(), timeoutMs: 1_000, limits });
  return judgeServer({
    stages: [{ profile, target, tokenEndpoint: 'https://as.example/token', clock, capabilities: [], openWire: () => wire.forScenario() }],
    prefixes,
    seed: 1,
    runs: 5,
    strict: false,
    slow: true,
    optIn: false,
    executor,
    redacted: () => undefined,
  });
}

const verdictOf = (run: Run, id: string): string | undefined => run.rules.find((result) => result.rule.id === id)?.verdict;

for (const executor of [{ kind: 'direct' }, { kind: 'cucumber', messages: new MessageLog() }] as const) {
  test(`a server that is right upholds the rule (${executor.kind})`, async () => {
    const run = await judged(right, undefined, executor);
    assert.equal(verdictOf(run, rule), 'upheld');
    assert.equal(verdictOf(run, control), 'upheld');
    assert.equal(run.conformant, true);
    assert.equal(run.complete, false);
  });

  test(`a server that asks for no verifier breaks the rule and nothing else (${executor.kind})`, async () => {
    const run = await judged(
      (parameters, matches) => (matches || !parameters.get('code_verifier') ? granted() : refused()),
      undefined,
      executor,
    );
    assert.equal(verdictOf(run, rule), 'violated');
    assert.equal(verdictOf(run, control), 'upheld');
    assert.equal(run.conformant, false);
  });
}

test('a server that refuses everything is inconclusive, never conformant', async () => {
  const run = await judged(refused);
  assert.equal(verdictOf(run, rule), 'inconclusive');
  assert.equal(verdictOf(run, control), 'inconclusive');
  assert.equal(run.conformant, false);
  assert.match(run.obstacle ?? '', /400 invalid_grant/);
});

test('a server that grants everything is convicted', async () => {
  const run = await judged(granted);
  assert.equal(verdictOf(run, rule), 'violated');
});

test('a server that grants only without redirect_uri breaks the control', async () => {
  const run = await judged((parameters, matches) => (matches && !parameters.has('redirect_uri') ? granted() : refused()));
  assert.equal(verdictOf(run, control), 'violated');
  assert.equal(verdictOf(run, rule), 'inconclusive');
});

test('a 500 that repeats while the control is granted is a refusal', async () => {
  const run = await judged((parameters, matches) => (matches ? granted() : json(500, {})));
  assert.equal(verdictOf(run, rule), 'upheld');
});

test('a 500 that answers everything upholds nothing', async () => {
  const run = await judged(() => json(500, {}));
  assert.equal(verdictOf(run, rule), 'inconclusive');
  assert.equal(verdictOf(run, control), 'inconclusive');
});

for (const status of [429, 502, 503, 504]) {
  test(`a ${status} upholds nothing`, async () => {
    const run = await judged((_, matches) => (matches ? granted() : json(status, {})));
    assert.equal(verdictOf(run, rule), 'inconclusive');
    assert.equal(run.conformant, false);
  });
}

test('an answer of 200 without a token refuses', async () => {
  const run = await judged((_, matches) => (matches ? granted() : json(200, { error: 'invalid_grant' })));
  assert.equal(verdictOf(run, rule), 'upheld');
});

const lengths = 'pkce-access-token/verifier/documented-lengths';

test('a refusal convicts a server that still grants the control', async () => {
  const run = await judged(
    (parameters, matches) => (matches && parameters.get('code_verifier')?.length !== 86 ? granted() : refused()),
    [lengths],
  );
  assert.equal(verdictOf(run, lengths), 'violated');
});

test('a server that has locked a client out since its control was granted is not convicted by refusing', async () => {
  let requests = 0;
  const run = await judged(
    (_, matches) => ((requests += 1) <= 2 && matches ? granted() : json(401, { error: 'invalid_client' })),
    [lengths],
  );
  assert.equal(verdictOf(run, lengths), 'inconclusive');
  const reasons = run.rules.flatMap(({ scenarios }) => scenarios.map(({ reason }) => reason ?? ''));
  assert.ok(
    reasons.some((reason) => reason.includes('no longer grants')),
    reasons.join('; '),
  );
});

test('what was granted against a rule convicts whatever the server refuses afterwards', async () => {
  let grants = 0;
  const run = await judged(
    (parameters, matches) => {
      if (matches && (grants += 1) <= 2) return granted();
      return parameters.has('code_verifier') ? refused() : granted();
    },
    [rule],
  );
  assert.equal(verdictOf(run, rule), 'violated');
});

test('a server that by the end refuses what it granted at first is not conformant by its refusals', async () => {
  let grants = 0;
  const run = await judged((_, matches) => (matches && (grants += 1) <= 1 ? granted() : refused()), [rule]);
  assert.equal(run.conformant, false);
  assert.match(run.obstacle ?? '', /^one was granted at first what it is refused at the end.*400 invalid_grant/);
});

test('a server that refuses once at the end and grants the next is judged', async () => {
  let right = 0;
  const run = await judged((_, matches) => (matches && (right += 1) !== 2 ? granted() : refused()), [rule]);
  assert.equal(run.obstacle, undefined);
  assert.equal(run.conformant, true);
});
