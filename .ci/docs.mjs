// `npm run docs`: writes docs/rules.md from the features and the mutants.
import { mkdirSync, writeFileSync } from 'node:fs';
import { ruleReference } from '../support/cli/rule-reference.ts';

mkdirSync('docs', { recursive: true });
writeFileSync('docs/rules.md', ruleReference());
