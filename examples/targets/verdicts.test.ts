import assert from 'node:assert/strict';
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, test } from 'node:test';
import { certified, targets } from '../zoo/certified.js';
import { differences, expectationOf } from '../zoo/expectation.js';
import { missingFor } from '../zoo/needs.js';

const judged = readdirSync(targets).filter((name) => existsSync(join(targets, name, 'expected.json')));

/** Real servers, judged over HTTP: a folder is judged as soon as it says in expected.json what is to come of it. */
describe('the zoo', { concurrency: 2 }, () => {
  for (const name of judged) {
    test(`${name} gets the verdicts expected of it`, { skip: missingFor(name) ?? false }, async () => {
      const expected = expectationOf(name);
      const received = await certified(name, expected.prefixes === undefined ? {} : { prefixes: expected.prefixes });
      assert.deepEqual(differences(expected, received), []);
      assert.ok(
        received.certificate.rules.some(({ verdict }) => verdict === 'upheld'),
        'nothing was upheld',
      );
    });
  }
});
