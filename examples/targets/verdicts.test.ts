import assert from 'node:assert/strict';
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import type { Readable } from 'node:stream';
import { text } from 'node:stream/consumers';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../../', import.meta.url));
const here = fileURLToPath(new URL('.', import.meta.url));

/** The verdicts that are worth a word; every other rule that is run is upheld. */
type Expected = Readonly<Record<'exit' | 'violated' | 'advisory' | 'noted' | 'inconclusive' | 'error', unknown>>;

interface Certificate {
  readonly rules: readonly { readonly id: string; readonly verdict: string }[];
}

/** Real servers, judged over HTTP: a folder is judged as soon as it says in expected.json what is to come of it. */
for (const name of readdirSync(here)) {
  const expectation = join(here, name, 'expected.json');
  if (!existsSync(expectation)) continue;

  test(`${name} gets the verdicts expected of it`, async () => {
    const expected = JSON.parse(readFileSync(expectation, 'utf8')) as Expected;
    const server = run([join(here, name, 'launch.ts')]);
    try {
      const { exit, certificate } = await certify(join(here, name, 'target.yaml'), { [variableOf(name)]: await urlOf(server) });
      const rulesThatAre = (verdict: string): readonly string[] =>
        certificate.rules.filter((rule) => rule.verdict === verdict).map(({ id }) => id);
      const received = {
        exit,
        violated: rulesThatAre('violated'),
        advisory: rulesThatAre('advisory'),
        noted: rulesThatAre('noted'),
        inconclusive: rulesThatAre('inconclusive'),
        error: rulesThatAre('error'),
      } satisfies Expected;
      assert.deepEqual(received, expected);
      assert.notEqual(rulesThatAre('upheld').length, 0, 'nothing was upheld');
    } finally {
      const gone = once(server, 'exit');
      server.kill('SIGTERM');
      await gone;
    }
  });
}

function run(args: readonly string[], env: Readonly<Record<string, string>> = {}): ChildProcess {
  return spawn(process.execPath, ['--import', './support/register.mjs', ...args], {
    cwd: root,
    env: { ...process.env, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
}

/** Without the rules that wait minutes for a code to grow old; the seed stands, so that a surprise can be had again. */
async function certify(target: string, env: Readonly<Record<string, string>>): Promise<{ exit: number | null; certificate: Certificate }> {
  const report = await mkdtemp(join(tmpdir(), 'verdicts-'));
  try {
    const child = run(
      ['bin/pkce-conformance.ts', 'certify', '--target', target, '--no-slow', '--seed', '1', '--report', report, '--json'],
      env,
    );
    const ended = once(child, 'exit') as Promise<[number | null]>;
    const [out, errors, [exit]] = await Promise.all([text(child.stdout as Readable), text(child.stderr as Readable), ended]);
    assert.ok(out.startsWith('{'), `certify ended with ${exit} and no certificate:\n${errors}`);
    return { exit, certificate: JSON.parse(out) as Certificate };
  } finally {
    await rm(report, { recursive: true, force: true });
  }
}

async function urlOf(server: ChildProcess): Promise<string> {
  const errors = text(server.stderr as Readable);
  for await (const line of createInterface({ input: server.stdout as Readable })) {
    const url = /^listening on (\S+)$/.exec(line)?.[1];
    if (url !== undefined) return url;
  }
  return assert.fail(`the server ended before it listened:\n${await errors}`);
}

/** `oidc-provider` is found at OIDC_PROVIDER_URL. */
function variableOf(name: string): string {
  return `${name.toUpperCase().replaceAll('-', '_')}_URL`;
}
