import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { packageRoot } from '../package-root.js';
import { parseTarget } from '../target/parse.js';
import { withKeys } from './target-reference.js';

const page = readFileSync(join(packageRoot, 'docs/targets.md'), 'utf8');

test('docs/targets.md has every key as the parser has it; npm run docs writes them anew', () => {
  assert.equal(page, withKeys(page));
});

test('Every target file in docs/targets.md and in the README is valid', () => {
  const environment = new Proxy<Record<string, string>>(
    {},
    {
      get: () => 'from the environment',
      has: () => true,
      getOwnPropertyDescriptor: () => ({ configurable: true, enumerable: true, value: '' }),
    },
  );
  const files = [page, readFileSync(join(packageRoot, 'README.md'), 'utf8')].flatMap((text) =>
    [...text.matchAll(/^ *```yaml\n(.*?)^ *```/gms)].map(([, file = '']) => (file.startsWith('   ') ? file.replace(/^ {3}/gm, '') : file)),
  );
  assert.ok(files.length >= 7, `${files.length} files`);
  for (const file of files) {
    const parsed = parseTarget(file, { file: 'acme.yaml', environment });
    assert.ok('target' in parsed, `${file}\n${JSON.stringify(parsed)}`);
  }
});
