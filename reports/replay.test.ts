import assert from 'node:assert/strict';
import { test } from 'node:test';
import { byHand } from './replay.js';
import { violatingRun } from './sample-run.js';

test('the address to open is that of the authorization request, not of the login that goes on below it', () => {
  const [sample] = violatingRun.exchanges;
  const result = violatingRun.rules.find(({ verdict }) => verdict === 'violated');
  const [scenario] = result?.scenarios ?? [];
  assert.ok(sample && result && scenario);
  const exchange = (n: number, url: string, curl: string): typeof sample => ({ ...sample, n, request: { ...sample.request, url }, curl });
  const run = {
    ...violatingRun,
    exchanges: [
      exchange(101, 'https://as.acme.example/authorize?response_type=code&client_id=one', 'curl the request'),
      exchange(102, 'https://as.acme.example/authorize/resume-4711', 'curl the login'),
      exchange(103, 'https://as.acme.example/token', 'curl -d code=\'"$CODE"\''),
    ],
  };
  const [first = ''] = byHand(run, result, { ...scenario, exchanges: [101, 102, 103] });
  assert.match(first, /^open 'https:\/\/as\.acme\.example\/authorize\?response_type=code&client_id=one', sign in/);
});
