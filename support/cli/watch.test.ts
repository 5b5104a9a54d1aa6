import assert from 'node:assert/strict';
import { join } from 'node:path';
import { test } from 'node:test';
import { packageRoot } from '../package-root.js';
import { watched } from './watch.js';

test('the folders of the files and the features are watched, and what else lies in them is passed over', () => {
  const listeners = new Map<string, (event: string, name: string | null) => void>();
  const recursive: string[] = [];
  let closed = 0;
  const changes: string[] = [];
  const stop = watched(
    ['/targets/acme.yaml', '/targets/baseline.yaml', '/other/b.yaml'],
    (name) => changes.push(name),
    (folder, options, listener) => {
      listeners.set(folder, listener);
      if (options.recursive === true) recursive.push(folder);
      return { close: () => (closed += 1) };
    },
  );
  const features = join(packageRoot, 'features');
  assert.deepEqual([...listeners.keys()], ['/targets', '/other', features]);
  assert.deepEqual(recursive, [features]);
  for (const [folder, name] of [
    ['/targets', 'acme.yaml'],
    ['/targets', 'acme.yaml~'],
    ['/targets', 'b.yaml'],
    ['/targets', null],
    ['/other', 'b.yaml'],
    [features, 'client/token.feature'],
    [features, 'client/.token.feature.swp'],
  ] as const)
    listeners.get(folder)?.('rename', name);
  assert.deepEqual(changes, ['acme.yaml', 'b.yaml', 'client/token.feature']);
  stop();
  assert.equal(closed, 3);
});
