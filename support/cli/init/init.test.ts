import assert from 'node:assert/strict';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PassThrough } from 'node:stream';
import { describe, test } from 'node:test';
import { Ajv2020 } from 'ajv/dist/2020.js';
import fc from 'fast-check';
import { parse } from 'yaml';
import { mockAuthorizationServer } from '../../../mocks/index.js';
import type { TargetDraft } from '../../target/draft.js';
import { parseTarget } from '../../target/parse.js';
import { targetSchema } from '../../target/schema.js';
import { UsageError } from '../usage-error.js';
import { init } from './init.js';
import { defaultsOnly, questionsTo, type Questions } from './questions.js';
import { targetFileText } from './target-file-text.js';

const environment = { IAT: 'token', CLIENT_SECRET: 'secret', PASSWORD: 'password' };
const accepts = new Ajv2020({ strict: true, strictRequired: false, strictTypes: false }).compile(targetSchema());

function draftOf(text: string): TargetDraft {
  const parsed = parseTarget(text, { file: 'target.yaml', environment });
  assert.ok('target' in parsed, `${text}\n${JSON.stringify(parsed)}`);
  assert.ok(accepts(parse(text)), JSON.stringify(accepts.errors));
  return parsed.target;
}

/** The file that init writes for the mock, or for another URL, and what it says. */
async function begun(questions: Questions, { url, before }: { url?: string; before?: string } = {}): Promise<string> {
  const as = mockAuthorizationServer();
  const listener = await as.listen();
  const folder = await mkdtemp(join(tmpdir(), 'init-'));
  const output = join(folder, 'target.yaml');
  try {
    if (before !== undefined) await writeFile(output, before);
    const code = await init(url ?? listener.url, { output, yes: questions === defaultsOnly, timeout: 5 }, questions);
    assert.equal(code, 0);
    return (await readFile(output, 'utf8')).replaceAll(listener.url, 'http://127.0.0.1:1');
  } finally {
    await listener.close();
    await rm(folder, { recursive: true });
  }
}

function typing(...lines: readonly string[]): Questions {
  const input = new PassThrough();
  const output = new PassThrough().resume();
  const questions = questionsTo(input, output);
  const waiting = [...lines];
  // One line for each prompt: a terminal gives them one after the other too.
  output.on('data', (octets: Buffer) => {
    if (/[:\]?] $/.test(octets.toString())) input.write(`${waiting.shift() ?? ''}\n`);
  });
  return questions;
}

describe('init', () => {
  test('writes, unasked, a file that is valid, registers by itself and says what was found', async () => {
    const text = await begun(defaultsOnly);
    const draft = draftOf(text);
    assert.deepEqual(draft.registration, {});
    assert.equal(draft.scope, 'openid');
    assert.equal(draft.login.driver, 'automatic');
    assert.match(text, /^# yaml-language-server: \$schema=\.\.\/.*target\.schema\.json\n/);
    assert.match(text, /# {3}token: http:\/\/127\.0\.0\.1:1\/token/);
    assert.match(text, /The metadata says plain: false, refresh_token: true, par: true, iss: true\./);
  });

  test('takes what it is answered', async () => {
    const text = await begun(
      typing('n', 'app', 'https://c.example/cb, https://c.example/cb2', 'other', 'web', '$CLIENT_SECRET', 'alice', '', 'read'),
    );
    const draft = draftOf(text);
    assert.deepEqual(
      draft.clients.map(({ client_id, client_secret, redirect_uris }) => [client_id, client_secret, redirect_uris.length]),
      [
        ['app', undefined, 2],
        ['other', undefined, 1],
        ['web', 'secret', 1],
      ],
    );
    assert.deepEqual(draft.login, { driver: 'form', username: 'alice', password: 'password' });
    assert.equal(draft.scope, 'read');
  });

  test('guesses the endpoints of a server that tells nothing, says so, and stays valid', async () => {
    const text = await begun(defaultsOnly, { url: 'http://127.0.0.1:9/tenant/' });
    assert.match(text, /these are guesses/);
    assert.equal(draftOf(text).endpoints.token, 'http://127.0.0.1:9/tenant/token');
    assert.deepEqual(
      draftOf(text).clients.map(({ client_id }) => client_id),
      ['public-client'],
    );
  });

  test('does not write over a file unless it is told to', async () => {
    await assert.rejects(begun(defaultsOnly, { before: 'mine' }), (error) => {
      assert.ok(error instanceof UsageError);
      assert.match(error.message, /target\.yaml exists and is left as it is/);
      return true;
    });
    assert.match(await begun(typing('y'), { before: 'mine' }), /^# yaml-language-server/);
  });

  test('refuses what is no issuer, and a secret in the place of its name', async () => {
    await assert.rejects(begun(defaultsOnly, { url: 'as.example.com' }), UsageError);
    await assert.rejects(begun(defaultsOnly, { url: '' }), /init needs the URL/);
    await assert.rejects(begun(typing('n', '', '', '', 'web', 'p4ss-word')), /no name of an environment variable/);
  });

  test('ends with the defaults where the input ends', async () => {
    const input = new PassThrough();
    input.end();
    assert.deepEqual(draftOf(await begun(questionsTo(input, new PassThrough().resume()))).registration, {});
  });
});

test('Whatever is answered, and whatever the server says, the file is valid and holds it', () => {
  const word = fc.string({ minLength: 1, unit: 'grapheme' }).filter((text) => text.trim() !== '');
  fc.assert(
    fc.property(
      word,
      fc.oneof(word, fc.constantFrom('${HOME}', '$${', '"', '- a', '# b', '1', 'true', 'null')),
      word,
      (clientId, username, scope) => {
        const text = targetFileText({
          issuer: 'https://as.example',
          discovery: {
            tried: [],
            endpoints: { token: 'https://as.example/token' },
            url: 'https://as.example/.well-known/x',
            unusable: [],
            capabilities: {},
            metadata: { issuer: 'https://as.example', scopes_supported: [scope] },
          },
          registers: false,
          clients: [{ clientId, redirectUris: ['https://c.example/cb'] }],
          login: { username, password: 'PASSWORD' },
          scope,
          insecureHttp: false,
          schema: './target.schema.json',
        });
        const draft = draftOf(text);
        assert.deepEqual([draft.clients[0]?.client_id, draft.login.username, draft.scope], [clientId, username, scope]);
      },
    ),
    { numRuns: 300 },
  );
});
