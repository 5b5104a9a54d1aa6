import assert from 'node:assert/strict';
import { it } from 'node:test';
import { har, harPieces } from './har.js';
import { Recorder } from './recorder.js';
import { Redactor } from './redactor.js';
import { directTransport } from './transport.js';
import { createWire } from './wire.js';

it('tells a run without its secrets: those named in one exchange are cut short in every other', async () => {
  const code = 'SplxlOBeZQQYbYS6WxSbIA';
  const recorder = new Recorder();
  const answers = [
    { status: 302, headers: { location: `https://rp.example/cb?code=${code}`, 'set-cookie': ['a=1', 'b=2'] }, body: '' },
    {
      status: 400,
      headers: { 'content-type': 'application/json' },
      body: `{"error":"invalid_grant","error_description":"no ${code.slice(2)}, s3cret"}`,
    },
  ];
  const wire = createWire({
    transport: directTransport(() => answers.shift() ?? Promise.reject(new Error(`no answer to ${code}`))),
    clock: { now: () => 1_700_000_000_000 },
    recorder,
    timeoutMs: 1_000,
  });
  const redactor = new Redactor(recorder, ['s3cret']);
  await wire.send({
    method: 'GET',
    url: 'https://as.example/authorize',
    headers: {},
    query: [
      ['state', 's'],
      ['x', code],
    ],
  });
  assert.equal(redactor.exchange(2), undefined);
  for (let i = 0; i < 2; i += 1) await wire.send({ method: 'POST', url: 'https://as.example/token', headers: {}, form: [['code', code]] });

  const exchanges = [1, 2, 3].flatMap((n) => redactor.exchange(n) ?? []);
  const creator = { name: 'pkce-conformance', version: '1.0.0' };
  const archive = har(exchanges, creator);
  assert.equal([...harPieces(exchanges, creator)].join(''), JSON.stringify(archive));
  assert.equal(redactor.text(`received ${code} for s3cret`), 'received Splx…bIA (22) for …(6)');
  assert.ok(!JSON.stringify(archive).includes('lOBeZQQY'));
  const [authorize, token, failed] = archive.log.entries;
  assert.deepEqual(authorize?.request.queryString, [
    { name: 'state', value: 's' },
    { name: 'x', value: 'Splx…bIA (22)' },
  ]);
  assert.equal(authorize?.response.redirectURL, 'https://rp.example/cb?code=Splx…bIA (22)');
  assert.deepEqual(authorize?.response.headers.slice(1), [
    { name: 'set-cookie', value: 'a=…(1)' },
    { name: 'set-cookie', value: 'b=…(1)' },
  ]);
  assert.equal(token?.request.postData?.text, 'code=Splx…bIA (22)');
  assert.equal(token?.response.content.text, '{"error":"invalid_grant","error_description":"no lxlO…bIA (20), …(6)"}');
  assert.equal(failed?.response.status, 0);
  assert.equal(failed?.response._error, 'as.example:443: whoever answers threw: no answer to Splx…bIA (22)');
});
