import assert from 'node:assert/strict';
import { test } from 'node:test';
import { mockAuthorizationServer } from '../index.js';

const as = mockAuthorizationServer({ control: true, clock: 'manual' });

async function steer(method: string, path: string, body: unknown = {}, type = 'application/json') {
  const text = typeof body === 'string' ? body : JSON.stringify(body);
  const response = await as.respond({
    method,
    url: `https://as.example/_mock${path}`,
    headers: { 'content-type': type },
    body: Buffer.from(text),
  });
  return { ...response, json: JSON.parse(response.body) as Readonly<Record<string, unknown>> };
}

const statusAtToken = async (): Promise<number> =>
  (await as.respond({ method: 'POST', url: 'https://as.example/token', headers: {}, body: new Uint8Array() })).status;

test('the clock moves on by what JSON or a form says', async () => {
  const began = as.clock.now();
  assert.deepEqual((await steer('POST', '/clock/advance', { ms: 0.5 })).json, { now: began + 0.5, running: false });
  await steer('POST', '/clock/advance', 'ms=1.5', 'application/x-www-form-urlencoded');
  await steer('POST', '/clock/advance', '{"ms": 3}', 'application/x-www-form-urlencoded');
  assert.deepEqual((await steer('GET', '/clock')).json, { now: began + 5, running: false });
});

test('the clock takes no move that is none, goes backwards, or leads beyond every date', async () => {
  const began = as.clock.now();
  const wrong: readonly unknown[] = [
    -1,
    '-1',
    'NaN',
    'Infinity',
    '1e3',
    '',
    ' ',
    null,
    true,
    [],
    {},
    [5],
    1e300,
    9e15,
    Number.MAX_SAFE_INTEGER,
  ];
  for (const ms of [...wrong, undefined]) {
    const { status, json } = await steer('POST', '/clock/advance', { ms });
    assert.equal(status, 400, String(ms));
    assert.match(String(json.error_description), /milliseconds/, String(ms));
  }
  for (const body of ['', '[', '[]', '"ms"', '5', 'null', 'ms=5'])
    assert.match(String((await steer('POST', '/clock/advance', body)).json.error_description), /has to be a JSON object/, body);
  assert.equal((await steer('POST', '/clock/advance', '{"ms":1e999}')).status, 400);
  assert.equal(as.clock.now(), began);
});

test('a body larger than steering takes is refused', async () => {
  const { status, json } = await steer('POST', '/faults', { respond: { body: 'a'.repeat(1024 * 1024) } });
  assert.deepEqual([status, json.error_description], [400, 'The body has to be of 1048576 octets at most']);
});

test('a fault that cannot be meant so is refused with what is expected, and befalls nobody', async () => {
  const wrong: readonly (readonly [Readonly<Record<string, unknown>>, RegExp])[] = [
    [{}, /^respond has to be/],
    [{ respond: 'redirect' }, /^respond has to be/],
    [{ respond: null }, /^respond has to be/],
    [{ respond: 0 }, /^respond has to be a status from 200 to 599/],
    [{ respond: 101 }, /^respond has to be a status/],
    [{ respond: 200.5 }, /^respond has to be a status/],
    [{ respond: 1e9 }, /^respond has to be a status/],
    [{ respond: { status: 99 } }, /^status has to be/],
    [{ respond: { body: 5 } }, /^body has to be a text/],
    [{ respond: { headers: [] } }, /^headers has to be an object/],
    [{ respond: { headers: null } }, /^headers has to be an object/],
    [{ respond: { headers: { 'x y': 'a' } } }, /^The name of a header field/],
    [{ respond: { headers: { 'X-Y': 'a' } } }, /^The name of a header field/],
    [{ respond: { headers: { x: 'a\r\nset-cookie: b' } } }, /^The header field x has to be/],
    [{ respond: { headers: { x: ['a', 5] } } }, /^The header field x has to be/],
    [{ respond: { code: 503 } }, /^An answer has status, headers and body/],
    [{ respond: 503, on: 'tokens' }, /^on has to be any, authorization, token/],
    [{ respond: 503, on: ['token'] }, /^on has to be any/],
    [{ respond: 503, times: 0 }, /^times has to be a whole number from 1/],
    [{ respond: 503, times: -1 }, /^times has to be/],
    [{ respond: 503, times: 1.5 }, /^times has to be/],
    [{ respond: 503, times: 1e9 }, /^times has to be/],
    [{ respond: 503, times: '2' }, /^times has to be/],
    [{ respond: 503, time: 2 }, /^A fault has on, respond and times; "time" is none of them/],
  ];
  for (const [fault, expected] of wrong) {
    const { status, json } = await steer('POST', '/faults', fault);
    assert.equal(status, 400, JSON.stringify(fault));
    assert.match(String(json.error_description), expected, JSON.stringify(fault));
  }
  assert.equal(await statusAtToken(), 400);
  assert.throws(() => as.faults.add({ on: 'token', respond: 42 }), RangeError);
});

test('faults wait, are counted and cleared; no more than a thousand can wait', async () => {
  assert.deepEqual((await steer('POST', '/faults', { on: 'token', respond: 503 })).json, { waiting: 1 });
  assert.deepEqual((await steer('POST', '/faults', { respond: { status: 418, headers: { 'x-a': ['1', '2'] }, body: 'no' } })).json, {
    waiting: 2,
  });
  assert.deepEqual([await statusAtToken(), await statusAtToken(), await statusAtToken()], [503, 418, 400]);
  for (let waiting = 1; waiting <= 1000; waiting += 1) as.faults.add({ on: 'jwks', respond: 503 });
  const { status, json } = await steer('POST', '/faults', { respond: 503 });
  assert.deepEqual([status, json.error_description], [400, '1000 faults are waiting already, and no more can; clear them first']);
  assert.deepEqual((await steer('DELETE', '/faults')).json, { waiting: 0 });
  assert.equal((await steer('POST', '/faults', { respond: 503 })).status, 201);
  as.faults.clear();
});

test('another method and another path are told what there is', async () => {
  const method = await steer('GET', '/clock/advance');
  assert.deepEqual([method.status, method.headers.allow], [405, 'POST']);
  assert.equal((await steer('DELETE', '/faults/1')).status, 404);
  for (const path of ['/', '/__proto__', '/constructor', '/clock/', '/CLOCK']) assert.equal((await steer('GET', path)).status, 404, path);
});

test('the exchanges are told as they came, octets that are no text as replacement characters', async () => {
  await steer('POST', '/reset');
  await as.respond({ method: 'POST', url: 'https://as.example/token', headers: { x: 'y' }, body: new Uint8Array([0x61, 0xff]) });
  const told = (await steer('GET', '/exchanges')).json as unknown as readonly {
    readonly request: unknown;
    readonly response: { readonly status: number };
  }[];
  assert.deepEqual(told.at(-1)?.request, { method: 'POST', url: 'https://as.example/token', headers: { x: 'y' }, body: 'a\ufffd' });
  assert.equal(told.at(-1)?.response.status, 400);
});
