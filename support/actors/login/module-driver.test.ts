import assert from 'node:assert/strict';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { CookieJar } from 'tough-cookie';
import { Recorder } from '../../wire/recorder.js';
import { directTransport } from '../../wire/transport.js';
import { createWire } from '../../wire/wire.js';
import { Visit } from '../visit.js';
import { credentials, Front, judged, type Judged } from './login-front.test.js';
import { ModuleDriver } from './module-driver.js';

const verifier = 'rfc7636/4.6/mismatched-verifier';
const method = 'rfc7636/4.4.1/unknown-method';
let folder: string;

async function written(name: string, text: string): Promise<string> {
  const path = join(folder, name);
  await writeFile(path, text);
  return path;
}

async function judgedBy(name: string, text: string, mutants: readonly string[] = []): Promise<Judged> {
  const module = await written(name, text);
  return judged(new Front(() => undefined), { rules: [verifier, method], login: { driver: 'module', module }, mutants });
}

/** Asks with fetch, as a user's module might, and says where the mock sends it. */
const asking = (say: string): string => `export default async (authorizationUrl, { username, password, signal }) => {
  if (username !== ${JSON.stringify(credentials.username)} || password !== ${JSON.stringify(credentials.password)}) throw new Error('not the account');
  const answer = await fetch(authorizationUrl, { redirect: 'manual', signal });
  const location = answer.headers.get('location');
  ${say}
};`;

function visit(): Visit {
  const wire = createWire({
    transport: directTransport(() => ({ status: 200, headers: {}, body: '' })),
    clock: { now: () => 0 },
    recorder: new Recorder(),
    timeoutMs: 1_000,
  });
  return new Visit(wire, new CookieJar(), ['https://client.example/callback']);
}

describe('a login module', () => {
  before(async () => {
    folder = await mkdtemp(join(tmpdir(), 'module-driver-'));
  });
  after(() => rm(folder, { recursive: true }));

  test('is given the URL and the account, and says where it ended', async () => {
    const text = asking('return location;');
    const right = await judgedBy('right.mjs', text);
    assert.deepEqual(right.verdicts, { [verifier]: 'upheld', [method]: 'upheld' }, right.said);
    const wrong = await judgedBy('right.mjs', text, [verifier, method]);
    assert.deepEqual(wrong.verdicts, { [verifier]: 'violated', [method]: 'violated' }, wrong.said);
  });

  test('can say on what page the server has stopped', async () => {
    const text = asking(
      `return location.includes('error=') ? { url: authorizationUrl, status: 400, body: 'no' } : { url: location, status: 302 };`,
    );
    const right = await judgedBy('page.mjs', text);
    assert.deepEqual(right.verdicts, { [verifier]: 'upheld', [method]: 'upheld' }, right.said);
    assert.ok(
      right.exchanges.some(
        ({ outcome }) => outcome.kind === 'answer' && outcome.status === 400 && outcome.headers['x-told-by'] === 'page.mjs',
      ),
    );
  });

  const failing: readonly (readonly [string, string, RegExp])[] = [
    ['throws', `export default () => { throw new TypeError('no such\\n\\nfield'); };`, /throws\.mjs: TypeError: no such field/],
    ['resolves to nothing', 'export default async () => undefined;', /nothing\.mjs: it resolved to no URL/],
    [
      'resolves to a strange URL',
      `export default async () => 'https://elsewhere.example/?x=1';`,
      /URL\.mjs: it resolved to https:\/\/elsewhere\.example\/, which is none of the redirect URIs/,
    ],
    ['resolves to a strange status', `export default async (url) => ({ url, status: 'fine' });`, /status\.mjs: .*no HTTP status/],
  ];
  for (const [what, text, told] of failing) {
    test(`that ${what} is told by its name in one line, and nothing is upheld`, async () => {
      const { run, said, verdicts } = await judgedBy(`${what.split(' ').at(-1)}.mjs`, text);
      assert.match(run.obstacle ?? '', told);
      assert.doesNotMatch(run.obstacle ?? '', /\n/);
      assert.doesNotMatch(said, /"verdict":"(?:upheld|violated)"/);
      assert.ok(!Object.values(verdicts).includes('upheld'));
    });
  }

  test('that does not end is given up, and told so by its signal', async () => {
    const path = await written(
      'slow.mjs',
      `export default (_, { signal }) => new Promise((resolve) => signal.addEventListener('abort', () => { globalThis.toldSlowModule = true; }));`,
    );
    const driver = await ModuleDriver.load(path, { timeoutMs: 20 });
    const landing = await driver.carry({ method: 'GET', url: 'https://as.example/authorize', headers: {} }, visit(), 'everything');
    assert.equal(landing.kind === 'lost' ? landing.reason : '', 'slow.mjs: Error: it was not done within 0.02 s');
    assert.equal(Reflect.get(globalThis, 'toldSlowModule'), true);
  });

  test('that is none is told before anything is sent', async () => {
    await assert.rejects(ModuleDriver.load(join(folder, 'absent.mjs'), {}), /absent\.mjs cannot be loaded: .*/);
    await assert.rejects(ModuleDriver.load(await written('broken.mjs', 'export default ('), {}), /broken\.mjs cannot be loaded/);
    await assert.rejects(ModuleDriver.load(await written('named.mjs', 'export const login = 1;'), {}), /no function as its default export/);
  });
});
