import assert from 'node:assert/strict';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { mockAuthorizationServer } from '../../../mocks/index.js';
import { runCli } from '../run-cli.js';

test('What the file alone shows is 2, before anything is sent; what the server shows is 3; a healthy one by its URL is 0', async () => {
  const as = mockAuthorizationServer();
  const { url, close } = await as.listen();
  const folder = await mkdtemp(join(tmpdir(), 'doctor-'));
  const file = join(folder, 'acme.yaml');
  try {
    await writeFile(file, `issuer: ${url}\nclient: []\nca_file: none.pem\n`);
    const wrong = await runCli(['doctor', '--target', file]);
    assert.equal(wrong.code, 2, wrong.stdout + wrong.stderr);
    assert.match(wrong.stderr, /acme\.yaml:2:1 {2}client is no key of a target file: the nearest known key is clients/);

    await writeFile(file, `issuer: ${url}\nregistration: {}\nca_file: none.pem\n`);
    const unreadable = await runCli(['doctor', '--target', file]);
    assert.equal(unreadable.code, 2, unreadable.stdout + unreadable.stderr);
    assert.match(unreadable.stderr, /acme\.yaml:3:10 {2}ca_file: .*none\.pem/);
    assert.equal(as.exchanges.length, 0);

    const elsewhere = await runCli(['doctor', '--target', `${url}/elsewhere`]);
    assert.equal(elsewhere.code, 3, elsewhere.stdout + elsewhere.stderr);
    assert.match(
      elsewhere.stdout,
      /publishes no metadata there[^]*--target the URL\n {2}or +a target file instead of the URL, with endpoints/,
    );

    const healthy = await runCli(['doctor', '--target', url]);
    assert.equal(healthy.code, 0, healthy.stdout + healthy.stderr);
    assert.match(healthy.stdout, /All is well/);
  } finally {
    await close();
    await rm(folder, { recursive: true });
  }
});
