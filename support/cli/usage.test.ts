import assert from 'node:assert/strict';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { mock, test } from 'node:test';
import { init } from './init/init.js';
import { main } from './main.js';
import { nearestId } from './selection.js';
import { UsageError } from './usage-error.js';

/** What a command line that is refused says; it ends with 2. */
async function refusal(...argv: readonly string[]): Promise<string> {
  const written = mock.method(process.stderr, 'write', () => true);
  try {
    assert.equal(await main(argv), 2, argv.join(' '));
    return written.mock.calls.map(({ arguments: [text] }) => String(text)).join('');
  } finally {
    written.mock.restore();
  }
}

test('a number that no run can keep to is refused', async () => {
  for (const timeout of ['0', '-1', 'Infinity', '1e12', '3601', 'ten'])
    assert.match(await refusal('certify', '--timeout', timeout), /Expected a number of seconds above 0, 3600 at most/, timeout);
  for (const rate of ['0', '1e-9', 'Infinity', 'fast', '1e-9/s'])
    assert.match(await refusal('certify', '--rate', rate), /Expected requests a second from 0\.001 to a million/, rate);
});

test('a path without its seed is refused', async () => {
  assert.match(await refusal('certify', '--path', '1:0'), /^--path means nothing without the seed/);
});

test('explain tells one rule: the one that a prefix fits alone, or how to list what begins so', async () => {
  const written = mock.method(process.stdout, 'write', () => true);
  try {
    assert.equal(await main(['explain', 'oidc-core/5.3.2']), 0);
    assert.match(String(written.mock.calls[0]?.arguments[0]), /^oidc-core\/5\.3\.2\/userinfo-subject {3}must/);
  } finally {
    written.mock.restore();
  }
  assert.match(
    await refusal('explain', 'rfc7636/4.6'),
    /^rfc7636\/4\.6: \d+ rules begin so, .*pkce-conformance list rfc7636\/4\.6 names them/,
  );
  assert.match(await refusal('explain', 'rfc7636/4.6/mismatched-verifer'), /The nearest is rfc7636\/4\.6\/mismatched-verifier\./);
});

test('the nearest id is the one that was mistyped, else one of the same section', () => {
  const ids = ['rfc7636/4.6/matching-verifier', 'rfc7636/4.6/mismatched-verifier', 'rfc7636/4.2/x', 'rfc9207/2/iss'];
  assert.equal(nearestId('rfc7636/4.2/mismatched-verifier', ids), 'rfc7636/4.6/mismatched-verifier');
  assert.equal(nearestId('rfc7636/4.2/s256-supported-somewhere', ids), 'rfc7636/4.2/x');
  assert.equal(nearestId('rfc9207/what', ids), 'rfc9207/2/iss');
  assert.equal(nearestId('nothing-of-the-sort', []), undefined);
});

test('a target file that cannot be written is a fault of the command line', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'pkce-conformance-'));
  const written = mock.method(process.stderr, 'write', () => true);
  try {
    const output = join(folder, 'absent', 'target.yaml');
    const failure = await init('http://127.0.0.1:1', { output, yes: true, timeout: 5 }).catch((error: unknown) => error);
    assert.ok(failure instanceof UsageError, String(failure));
    assert.match(failure.message, /^--output .*target\.yaml: it cannot be written \(ENOENT/);
  } finally {
    written.mock.restore();
    await rm(folder, { recursive: true });
  }
});
