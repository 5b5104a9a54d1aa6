import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { access, chmod, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { parse } from 'yaml';
import { mockAuthorizationServer } from '../../mocks/index.js';
import { packageRoot, suite } from '../package-root.js';

interface Action {
  readonly inputs: Readonly<Record<string, { readonly default?: string; readonly required?: boolean }>>;
  readonly outputs: Readonly<Record<string, { readonly value: string }>>;
  readonly runs: {
    readonly using: string;
    readonly steps: readonly {
      readonly id: string;
      readonly shell: string;
      readonly env: Readonly<Record<string, string>>;
      readonly run: string;
    }[];
  };
}

interface Played {
  readonly code: number;
  readonly log: string;
  readonly outputs: Readonly<Record<string, string>>;
  readonly summary: string;
}

const broken = 'pkce-access-token/request/verifier-required';
const sound = 'pkce-access-token/request/complete-exchange';
const server = mockAuthorizationServer({ profiles: ['pkce-access-token'], mutants: [broken] });

describe('the GitHub Action', { concurrency: false }, () => {
  let folder = '';
  let url = '';
  let close: () => Promise<void>;
  let action: Action;

  before(async () => {
    action = parse(await readFile(join(packageRoot, 'action.yml'), 'utf8')) as Action;
    folder = await mkdtemp(join(tmpdir(), 'pkce-conformance-action-'));
    ({ url, close } = await server.listen());
    const npx = join(folder, 'bin', 'npx');
    await mkdir(join(folder, 'bin'));
    // What npx would fetch is this package: the sources stand in for it.
    const sources = [process.execPath, '--import', join(packageRoot, 'support/register.mjs'), join(packageRoot, 'bin/pkce-conformance.ts')];
    await writeFile(
      npx,
      `#!/bin/sh\nprintf '%s\\n' "$*" >> '${folder}/npx.log'\nshift 2\nexec ${sources.map((word) => `'${word}'`).join(' ')} "$@"\n`,
    );
    await chmod(npx, 0o755);
  });
  after(async () => {
    await close();
    await rm(folder, { recursive: true });
  });

  /** Plays the steps as the runner does: expressions filled in, each script in a file of its own, `bash -eo pipefail`. */
  async function played(inputs: Readonly<Record<string, string>>): Promise<Played> {
    const work = await mkdtemp(join(folder, 'work-'));
    const [output, summary] = [join(work, 'output'), join(work, 'summary')];
    const contexts: Readonly<Record<string, string>> = {
      'github.action_path': packageRoot,
      ...Object.fromEntries(Object.entries(action.inputs).map(([name, input]) => [`inputs.${name}`, inputs[name] ?? input.default ?? ''])),
    };
    let [code, log] = [0, ''];
    for (const [at, step] of action.runs.steps.entries()) {
      assert.equal(step.shell, 'bash');
      assert.ok(!step.run.includes('${{'), 'a script that an input can write');
      const script = join(work, `step-${at}.sh`);
      await writeFile(script, step.run);
      const environment = Object.fromEntries(
        Object.entries(step.env).map(([name, value]) => [
          name,
          value.replace(/\$\{\{ ([\w.-]+) \}\}/g, (_, path: string) => contexts[path] ?? assert.fail(path)),
        ]),
      );
      const github = { CI: 'true', GITHUB_ACTIONS: 'true', GITHUB_OUTPUT: output, GITHUB_STEP_SUMMARY: summary };
      const child = spawn('bash', ['--noprofile', '--norc', '-eo', 'pipefail', script], {
        cwd: work,
        env: { ...process.env, NO_COLOR: '1', ...github, ...environment, PATH: `${join(folder, 'bin')}:${process.env['PATH'] ?? ''}` },
      });
      for (const stream of [child.stdout, child.stderr]) stream.setEncoding('utf8').on('data', (text: string) => (log += text));
      code = await new Promise<number>((resolve) => child.once('close', (status) => resolve(status ?? -1)));
      if (code !== 0) break;
    }
    const read = (file: string): Promise<string> => readFile(file, 'utf8').catch(() => '');
    const said = Object.fromEntries(
      (await read(output)).split('\n').map((line) => [line.split('=')[0] ?? '', line.split('=').slice(1).join('=')]),
    );
    const outputs = Object.fromEntries(
      Object.entries(action.outputs).map(([name, { value }]) => [
        name,
        said[/^\$\{\{ steps\.certify\.outputs\.([\w-]+) \}\}$/.exec(value)?.[1] ?? ''] ?? '',
      ]),
    );
    return { code, log, outputs: { ...outputs, work }, summary: await read(summary) };
  }

  test('is a composite of one step, and every input reaches it', () => {
    assert.equal(action.runs.using, 'composite');
    assert.deepEqual(
      action.runs.steps.map(({ id }) => id),
      ['certify'],
    );
    const used = JSON.stringify(action.runs.steps[0]?.env);
    for (const name of Object.keys(action.inputs)) assert.ok(used.includes(`\${{ inputs.${name} }}`), name);
  });

  test('passes where the rules run are upheld, writes the reports and the summary', async () => {
    const { code, log, outputs, summary } = await played({ target: url, profiles: 'pkce-access-token', args: sound });
    assert.equal(code, 0, log);
    const { work = '', ...told } = outputs;
    assert.deepEqual(told, { 'exit-code': '0', conformant: 'true', report: 'pkce-conformance-report' });
    await access(join(work, 'pkce-conformance-report', 'index.html'));
    assert.match(summary, /^## CONFORMANT IN THE RULES RUN\n/);
    assert.doesNotMatch(log, /^::(error|warning)/m);
    const [call] = (await readFile(join(folder, 'npx.log'), 'utf8')).split('\n');
    assert.equal(
      call,
      `--yes pkce-conformance@${suite.version} certify ${sound} --target ${url} --report pkce-conformance-report --profile pkce-access-token`,
    );
  });

  test('fails on a violation, with an annotation, and passes with a baseline that knows of it', async () => {
    const inputs = { target: url, profiles: ' pkce-access-token\n', args: `${broken}\n${sound} --no-slow`, report: 'a folder' };
    const { code, log, outputs } = await played(inputs);
    assert.equal(code, 1, log);
    assert.deepEqual([outputs['exit-code'], outputs['conformant']], ['1', 'false']);
    assert.match(log, new RegExp(`^::error file=features/.*,title=${broken}::`, 'm'));
    assert.match(log, /^::stop-commands::/m);
    const baseline = join(folder, 'base line.yaml');
    await writeFile(baseline, `schemaVersion: 1\nwaivers: [{ rule: ${broken}, reason: known }]\nupheld: [${sound}]\n`);
    const second = await played({ ...inputs, baseline });
    assert.equal(second.code, 0, second.log);
    assert.equal(second.outputs['exit-code'], '0');
  });

  test('takes no word of an input for a command', async () => {
    const harm = `$(touch ${folder}/harm) \`touch ${folder}/harm\` "; touch ${folder}/harm; #`;
    const { code, outputs } = await played({ target: harm, profiles: 'oidc', args: sound, report: `r $(touch ${folder}/harm)` });
    assert.equal(code, 2);
    assert.deepEqual([outputs['exit-code'], outputs['conformant']], ['2', '']);
    await assert.rejects(access(join(folder, 'harm')));
  });
});
