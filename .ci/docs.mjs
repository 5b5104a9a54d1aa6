// `npm run docs`: writes docs/rules.md from the features and the mutants, and the keys into docs/targets.md from the parser.
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { ruleReference } from '../support/cli/rule-reference.ts';
import { withKeys } from '../support/cli/target-reference.ts';

mkdirSync('docs', { recursive: true });
writeFileSync('docs/rules.md', ruleReference());
writeFileSync('docs/targets.md', withKeys(readFileSync('docs/targets.md', 'utf8')));
