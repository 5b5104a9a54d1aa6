import assert from 'node:assert/strict';
import { test } from 'node:test';
import { correctPolicies } from '../authorization-server/policy/policy.js';
import { policiesWith, profilesOf } from '../authorization-server/mutant.js';
import { loadMutant, mutantIds } from './load.js';

test('every mutant says its fault, breaks its own rule first, and replaces decisions that exist', () => {
  assert.ok(mutantIds().length >= 3);
  for (const id of mutantIds()) {
    const { fault, breaks, because, replace } = loadMutant(id);
    assert.match(fault, /^\S.{8,}[^.]$/s, `${id}: the fault is one sentence without its full stop`);
    assert.equal(breaks[0], id.replace(/\+.*$/, ''), `${id} breaks its own rule first`);
    assert.equal(new Set(breaks).size, breaks.length, `${id} names a rule twice`);
    assert.equal(breaks.length > 1, because !== undefined, `${id} says why it breaks more than its own rule, and only then`);
    for (const profile of profilesOf(id)) {
      const replaced = Object.keys(typeof replace === 'function' ? replace(correctPolicies[profile]) : replace);
      assert.ok(replaced.length > 0, `${id} replaces nothing`);
      for (const decision of replaced) assert.ok(decision in correctPolicies[profile], `${id} replaces ${decision}, which is no decision`);
    }
  }
});

test('a mutant that does not exist is refused with the nearest', () => {
  assert.throws(
    () => loadMutant('pkce-access-token/verifier/wrong-verifier'),
    /no mutant pkce-access-token\/verifier\/wrong-verifier; the nearest is pkce-access-token\/verifier\/wrong-verifier-at-exchange/,
  );
  assert.throws(() => loadMutant('../index'), RangeError);
});

test('a mutant alters the policies of its own document only', () => {
  const altered = policiesWith([
    { fault: 'x', breaks: ['challenge-code-token/request/challenge-required'], replace: { challengeRequired: () => false } },
  ]);
  assert.notEqual(altered['challenge-code-token'], correctPolicies['challenge-code-token']);
  assert.equal(altered['pkce-access-token'], correctPolicies['pkce-access-token']);
  assert.equal(altered.rfc9700, correctPolicies.rfc9700);
  assert.deepEqual(profilesOf('oauth-2.1/5.1/query-token-ignored'), ['rfc7636', 'rfc9700', 'oauth-2.1', 'oidc']);
});
