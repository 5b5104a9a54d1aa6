import assert from 'node:assert/strict';
import { test } from 'node:test';
import { toCertificate } from '../../reports/certificate.js';
import { judgeServer } from '../run/judge-server.js';
import { isTelling } from '../wire/secret-index.js';
import { embeddedStages } from './embedded.js';

/** Certificate of one run against fresh mocks, as text. */
async function certificateOf(seed: number): Promise<string> {
  const { stages, redacted, close } = await embeddedStages(['rfc7636', 'challenge-code-token', 'pkce-access-token'], {
    timeout: 10,
    by: 'direct',
  });
  const run = await judgeServer({
    stages,
    prefixes: ['rfc7636/4.', 'challenge-code-token/', 'pkce-access-token/'],
    seed,
    runs: 25,
    strict: false,
    slow: true,
    optIn: false,
    executor: { kind: 'direct' },
    redacted,
  });
  await close();
  return JSON.stringify(toCertificate(run), null, 1);
}

/** Without what docs/reproducing.md names: times, values that are drawn anew for each request, and curl's words for the same request. */
function settled(certificate: string): readonly string[] {
  return certificate
    .replace(/"(startedAt|at)": "[^"]*"/g, '"$1": ""')
    .replace(/"curl": ".*"/g, '"curl": ""')
    .replace(/"(durationMs|waitedMs|ms)": [\d.]+/g, '"$1": 0')
    .replace(/([A-Za-z0-9._~+/-]{2,8})?…[A-Za-z0-9._~+/-]{0,3} ?\((\d+)\)/g, '…')
    .replace(drawnAnew, '$1*')
    .replace(/[\w.~-]{20,}/g, (word) => (isTelling(word) ? '*' : word))
    .split('\n');
}

/** By their names in a query, a form, a header or a member of JSON, whose quotes stand escaped within a body. */
const drawnAnew =
  /\b((?:code|code_verifier|code_challenge|state|nonce|access_token|refresh_token|id_token|request_uri|client_assertion|jti|sub)(?:=|: |\\?": ?\\?"))(?:[^&"\\\s']|\\(?!"))*/g;

let made: Promise<readonly string[]> | undefined;
const certificateOfSeven = (): Promise<readonly string[]> => (made ??= certificateOf(7).then(settled));

test('two runs of one seed give the same certificate, but for times and what is drawn anew', async () => {
  const first = await certificateOfSeven();
  const other = settled(await certificateOf(7));
  assert.ok(first.length > 10_000);
  assert.deepEqual(first.flatMap((line, at) => (line === other[at] ? [] : [`${at}: ${line} | ${other[at]}`])).slice(0, 5), []);
  assert.equal(first.length, other.length);
});

test('another seed tries other inputs', async () => {
  assert.notDeepEqual(settled(await certificateOf(8)), await certificateOfSeven());
});
