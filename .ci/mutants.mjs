// `npm run mutants`: the matrix of rules and mutants; with `--scenarios`, the scenarios that no mutant breaks.
import { spawnSync } from 'node:child_process';

const scenarios = process.argv.includes('--scenarios');
const command = scenarios ? ['--import', './support/register.mjs', '.ci/scenarios.mjs'] : ['.ci/test.mjs', 'matrix'];
process.exitCode = spawnSync(process.execPath, command, { stdio: 'inherit' }).status ?? 1;
