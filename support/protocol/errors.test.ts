import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { errorCharsetFaults, isRegisteredError, sanitise } from './errors.js';

const RUNS = { numRuns: 500 };

test('P11 a sanitised description holds nothing that the grammar leaves out', () => {
  fc.assert(staysWithin(sanitise), RUNS);
});

test('P11 the property refutes a description that echoes', () => {
  assert.equal(
    fc.check(
      staysWithin((text) => text),
      { seed: 1, numRuns: 5000 },
    ).failed,
    true,
  );
  assert.equal(
    fc.check(
      staysWithin((text) => text.replace(/[^\x20-\x7e]/g, '')),
      { seed: 1, numRuns: 5000 },
    ).failed,
    true,
  );
});

test('P11 the charset check agrees with the grammar', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 30 }), (text) => {
      assert.equal(errorCharsetFaults({ error_description: text }).length === 0, /^[\x20-\x21\x23-\x5b\x5d-\x7e]*$/.test(text));
    }),
    RUNS,
  );
});

test('a description that is lawful stays as it is', () => {
  assert.equal(sanitise('The code is used up (try again).'), 'The code is used up (try again).');
  assert.equal(sanitise('say "C:\\x"\r\nnow \u00e9'), "say 'C:/x' now ?");
});

test('each faulty member is named with the character at fault', () => {
  assert.deepEqual(errorCharsetFaults({ error: 'invalid_grant', error_description: 'fine', error_uri: 'https://as.example/e' }), []);
  assert.deepEqual(errorCharsetFaults({ error: 'invalid "grant', error_description: 'caf\u00e9\n', error_uri: 'https://as.example/a b' }), [
    'error holds U+0022',
    'error_description holds U+00E9',
    'error_uri holds U+0020',
  ]);
  assert.deepEqual(errorCharsetFaults({ error: '', error_description: 5 }), ['error is empty', 'error_description is not a string']);
});

test('a code is registered for its endpoint', () => {
  assert.equal(isRegisteredError('invalid_grant', 'token'), true);
  assert.equal(isRegisteredError('invalid_grant', 'authorization'), false);
  assert.equal(isRegisteredError('login_required', 'authorization'), true);
  assert.equal(isRegisteredError('redirect_uri_mismatch', 'token'), false);
  assert.equal(isRegisteredError('invalid_token', 'resource'), true);
  assert.equal(isRegisteredError('invalid_client', 'pushed-authorization-request'), true);
});

function staysWithin(change: (text: string) => string): fc.IProperty<[string]> {
  const texts = fc.oneof(fc.string(), fc.string({ unit: 'binary' }), fc.constantFrom('"', '\\', '\r\n', '\ud800'));
  return fc.property(texts, (text) => /^[\x20-\x21\x23-\x5b\x5d-\x7e]*$/.test(change(text)));
}
