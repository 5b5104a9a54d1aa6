import assert from 'node:assert/strict';
import { test } from 'node:test';
import { again, byHand, decisive } from './replay.js';
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

test('what a property found is tried again by its path', () => {
  const found = violatingRun.rules.find(({ scenarios }) => scenarios.some(({ counterexample }) => counterexample !== undefined));
  const other = violatingRun.rules.find(({ rule }) => rule.id === 'challenge-code-token/single-use/plain-then-s256');
  assert.ok(found && other);
  assert.match(again(violatingRun, found), / --seed 834713041 --path 3:0:1$/);
  assert.match(again(violatingRun, other), / --seed 834713041$/);
});

test('of what a property tried only the input that was found is shown', () => {
  const [sample] = violatingRun.exchanges;
  const result = violatingRun.rules.find(({ scenarios }) => scenarios.some(({ counterexample }) => counterexample !== undefined));
  const scenario = result?.scenarios.find(({ counterexample }) => counterexample !== undefined);
  assert.ok(sample && result && scenario);
  const exchange = (n: number, path: string): typeof sample => ({
    ...sample,
    n,
    request: { ...sample.request, url: `https://as.acme.example${path}` },
  });
  const exchanges = [exchange(101, '/authorize?x=1'), exchange(102, '/token'), exchange(103, '/authorize?x=2'), exchange(104, '/token')];
  const { shown, earlier } = decisive({ ...violatingRun, exchanges }, result, { ...scenario, exchanges: [101, 102, 103, 104] });
  assert.deepEqual(
    shown.map(({ request }) => request.n),
    [103, 104],
  );
  assert.equal(earlier, 2);
});

test('the request that the login makes is not asked for a second time', () => {
  const [sample] = violatingRun.exchanges;
  const result = violatingRun.rules.find(({ verdict }) => verdict === 'violated');
  const [scenario] = result?.scenarios ?? [];
  assert.ok(sample && result && scenario);
  const exchange = (n: number, url: string, curl: string): typeof sample => ({ ...sample, n, request: { ...sample.request, url }, curl });
  const exchanges = [
    exchange(101, 'https://as.acme.example/authorize?response_type=code', 'curl the request'),
    exchange(102, 'https://as.acme.example/token', 'curl -d code=\'"$CODE"\''),
  ];
  const commands = byHand({ ...violatingRun, exchanges }, result, { ...scenario, exchanges: [101, 102] });
  assert.deepEqual(
    commands.map((command) => command.split(' ')[0]),
    ['open', 'curl'],
  );
});
