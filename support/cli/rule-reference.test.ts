import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { packageRoot } from '../package-root.js';
import { ruleReference } from './rule-reference.js';

test('docs/rules.md says what the features and the mutants say; npm run docs writes it anew', () => {
  assert.equal(readFileSync(join(packageRoot, 'docs/rules.md'), 'utf8'), ruleReference());
});
