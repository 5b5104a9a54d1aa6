import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { mockAuthorizationServer } from '../../mocks/index.js';
import { embeddedStages } from '../cli/embedded.js';
import type { HttpRequest, HttpResponse } from '../protocol/http.js';
import { judgeServer } from '../run/judge-server.js';
import type { Stage } from '../run/stage.js';
import { Recorder } from '../wire/recorder.js';
import { directTransport } from '../wire/transport.js';
import { createWire } from '../wire/wire.js';
import { capabilitiesOf, type DecidedCapability } from './capabilities.js';

const profile = 'rfc7636';
let staging: Awaited<ReturnType<typeof embeddedStages>>;
let stage: Stage;
before(async () => {
  staging = await embeddedStages([profile], { by: 'direct', timeout: 5 });
  const [first] = staging.stages;
  assert.ok(first);
  stage = first;
});
after(() => staging.close());

const asksForPlain = ({ url }: HttpRequest): boolean => new URL(url).searchParams.get('code_challenge_method') === 'plain';
const asksForAuthorization = ({ url }: HttpRequest): boolean => new URL(url).pathname.endsWith('/authorize');

/** The mock with a trouble before it that befalls the first `times` of such requests. */
function troubled(times: number, trouble: () => HttpResponse, befalls: (request: HttpRequest) => boolean = asksForPlain): Stage {
  const { plain: _plain, iss: _iss, ...capabilities } = stage.target.capabilities;
  const as = mockAuthorizationServer({ issuer: stage.target.issuer ?? '', profiles: [profile], clock: 'manual' });
  const clock = { now: () => as.clock.now(), advance: (ms: number) => as.clock.advance(ms) };
  let left = times;
  const respond = (request: HttpRequest): HttpResponse | Promise<HttpResponse> => {
    if (left === 0 || !befalls(request)) return as.respond(request);
    left -= 1;
    return trouble();
  };
  const wire = createWire({ transport: directTransport(respond), clock, recorder: new Recorder(), timeoutMs: 5_000 });
  return { ...stage, clock, target: { ...stage.target, capabilities }, openWire: () => wire.forScenario() };
}

const silence = (): never => {
  throw new Error('the line is dead');
};
const crash = (): HttpResponse => ({ status: 500, headers: {}, body: '' });
const gateway = (): HttpResponse => ({ status: 502, headers: {}, body: '' });

async function plainOf(scene: Stage): Promise<DecidedCapability | undefined> {
  return (await capabilitiesOf(scene)).find(({ name }) => name === 'plain');
}

async function issOf(scene: Stage): Promise<DecidedCapability | undefined> {
  const capabilities = { ...scene.target.capabilities, plain: true, refresh_token: true };
  return (await capabilitiesOf({ ...scene, target: { ...scene.target, capabilities } })).find(({ name }) => name === 'iss');
}

describe('a probe', () => {
  test('that is not answered is made once more', async () => {
    assert.deepEqual(await plainOf(troubled(1, silence)), { name: 'plain', value: true, by: 'probe' });
  });

  test('that meets a gateway twice decides nothing', async () => {
    const decided = await plainOf(troubled(2, gateway));
    assert.match(decided?.undecided ?? '', /502/);
  });

  test('that meets a crash twice is answered with no', async () => {
    assert.deepEqual(await plainOf(troubled(2, crash)), { name: 'plain', value: false, by: 'probe' });
    assert.deepEqual(await plainOf(troubled(1, crash)), { name: 'plain', value: true, by: 'probe' });
  });

  test('for iss takes no page for a redirect without one', async () => {
    const found = { name: 'iss', value: true, by: 'probe' };
    const page = (): HttpResponse => ({ status: 400, headers: { 'content-type': 'text/html' }, body: '<h1>No</h1>' });
    const bare = (): HttpResponse => ({
      status: 302,
      headers: { location: `${stage.target.clients[0]?.redirect_uris[0]}?error=x` },
      body: '',
    });
    for (const trouble of [silence, crash, gateway, page]) {
      assert.deepEqual(await issOf(troubled(1, trouble, asksForAuthorization)), found);
      const decided = await issOf(troubled(2, trouble, asksForAuthorization));
      assert.notEqual(decided?.undecided, undefined);
    }
    assert.deepEqual(await issOf(troubled(1, bare, asksForAuthorization)), { ...found, value: false });
  });
});

test('what needs a capability that the server was not heard on is inconclusive, and such a server is not conformant', async () => {
  const scene = troubled(2, silence);
  const capabilities = await capabilitiesOf(scene);
  const method = 'rfc7636/4.5/method-in-token-request';
  const other = 'rfc7636/4.6/near-s256-transform';
  const run = await judgeServer({
    ...{ prefixes: ['rfc7636/4.6/plain-compared-whole', method, other], seed: 1, runs: 2, strict: false, slow: true, optIn: false },
    stages: [{ ...scene, capabilities }],
    executor: { kind: 'direct' },
    redacted: () => undefined,
  });
  const literally = run.rules.find(({ rule }) => rule.id === 'rfc7636/4.6/plain-compared-whole');
  assert.equal(literally?.verdict, 'inconclusive');
  assert.ok(literally.scenarios.length > 0);
  for (const { reason } of literally.scenarios) assert.match(reason ?? '', /^whether the server has plain could not be found out: .*dead/);
  const partly = run.rules.find(({ rule }) => rule.id === method)?.scenarios.map(({ verdict }) => verdict) ?? [];
  assert.deepEqual([partly.includes('upheld'), partly.includes('inconclusive')], [true, true]);
  assert.equal(run.rules.find(({ rule }) => rule.id === other)?.verdict, 'upheld');
  assert.equal(run.conformant, false);
});
