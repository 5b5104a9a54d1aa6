import assert from 'node:assert/strict';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, test } from 'node:test';
import { conclude } from '../../reports/conclusion.js';
import { mockAuthorizationServer, type Fault } from '../../mocks/index.js';
import { judgeServer } from '../run/judge-server.js';
import type { Run } from '../run/run.js';
import { targetStages } from './target-stages.js';

type Limiter = Extract<Fault['respond'], (...args: never[]) => unknown>;

const refusal = (retryAfter: string) => ({
  status: 429,
  headers: { 'retry-after': retryAfter, 'content-type': 'application/json' },
  body: '{}',
});
const prefixes = ['rfc7636/4.6', 'rfc6749/4.1.2', 'rfc6749/4.1.3'];

/** Judges the mock over HTTP behind a limiter at its token endpoint; nobody sleeps, but what would have been slept is told. */
async function judged(limiter?: Limiter, slept: (ms: number) => void = () => undefined): Promise<Run> {
  const as = mockAuthorizationServer({ mutants: ['rfc7636/4.6/mismatched-verifier'] });
  const { url, close } = await as.listen();
  const folder = await mkdtemp(join(tmpdir(), 'limited-'));
  const file = join(folder, 'target.yaml');
  const redirectUris = '[https://client.example/callback, https://client.example/callback2]';
  await writeFile(
    file,
    [
      `issuer: ${url}`,
      'clients:',
      `  - { client_id: rfc9700-public, redirect_uris: ${redirectUris} }`,
      `  - { client_id: rfc9700-public-2, redirect_uris: [https://client.example/callback] }`,
      'scope: read write',
    ].join('\n'),
  );
  if (limiter !== undefined) as.faults.add({ on: 'token', respond: limiter, times: 1_000_000 });
  let now = 0;
  const patience = {
    now: () => now,
    sleep: (ms: number) => {
      now += ms;
      slept(ms);
      return Promise.resolve();
    },
  };
  const staging = await targetStages(file, ['rfc9700'], { timeout: 10, patience });
  try {
    return await judgeServer({
      ...staging,
      prefixes,
      seed: 1,
      runs: 2,
      strict: false,
      slow: false,
      optIn: false,
      executor: { kind: 'direct' },
      redacted: () => undefined,
    });
  } finally {
    await staging.close();
    await close();
    await rm(folder, { recursive: true });
  }
}

const verdicts = ({ rules }: Run) => rules.map(({ rule, verdict }) => `${rule.id} ${verdict}`);

describe('a server that limits its clients', { concurrency: 1 }, () => {
  test('is waited for where it says how long, and gets the verdicts that it gets without the limit', async () => {
    let tokens = 0;
    let waits = 0;
    const limited = await judged(
      (_request, right) => ((tokens += 1) % 101 === 0 ? refusal('2') : right()),
      (ms) => {
        assert.ok(ms <= 2_000, `slept ${ms} ms at once`);
        waits += 1;
      },
    );
    const free = await judged();
    assert.ok(waits >= 3, `the limiter was met ${waits} times`);
    assert.deepEqual(verdicts(limited), verdicts(free));
    assert.ok(verdicts(free).includes('rfc7636/4.6/mismatched-verifier violated'), 'the mutant is seen');
    assert.equal(limited.obstacle, undefined);
  });

  test('is left early where it asks for more than a run waits, and the report says what was left and what would fit', async () => {
    let tokens = 0;
    let afterwards = 0;
    const run = await judged(
      (_request, right) => {
        tokens += 1;
        if (tokens <= 50) return right();
        afterwards += 1;
        return refusal('890');
      },
      (ms) => assert.fail(`slept ${ms} ms`),
    );
    assert.equal(tokens, 50 + afterwards);
    assert.ok(afterwards < 40, `${afterwards} requests after the limit was met`);
    assert.match(
      run.obstacle ?? '',
      /answered 429 after \d+ requests in \d+ s and asks to wait 15 minutes: the run stopped early. \d+ rules were left: rfc/,
    );
    assert.match(
      run.remedy ?? '',
      /^--rate 0\.\d+ stays within the limit and takes about .*or judge a part at a time: rfc\S+ takes about \d+ requests$/,
    );
    const withoutViolation = { ...run, rules: run.rules.filter(({ verdict }) => verdict !== 'violated') };
    assert.equal(conclude(withoutViolation).exitCode, 3);
    assert.equal(run.conformant, false);
  });
});
