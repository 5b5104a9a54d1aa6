// `npm run mutants`: the matrix of rules and mutants; with `--scenarios`, the scenarios that no mutant breaks; with `--model`, the mutants
// of state by the model alone. With `--seed N` or `--seed random` all that is drawn is drawn otherwise.
import { spawnSync } from 'node:child_process';
import { randomInt } from 'node:crypto';
import { parseArgs } from 'node:util';

const { values } = parseArgs({ options: { scenarios: { type: 'boolean' }, model: { type: 'boolean' }, seed: { type: 'string' } } });
const script = ['scenarios', 'model'].find((name) => values[name]);
const seed = values.seed === 'random' ? String(randomInt(2 ** 32)) : values.seed;
if (seed !== undefined) console.log(`seed ${seed}`);
process.exitCode =
  spawnSync(
    process.execPath,
    script === undefined ? ['.ci/test.mjs', 'matrix'] : ['--import', './support/register.mjs', `.ci/${script}.mjs`],
    { stdio: 'inherit', env: { ...process.env, ...(seed === undefined ? {} : { MATRIX_SEED: seed }) } },
  ).status ?? 1;
