// `npm run mutants`: the matrix of rules and mutants; with `--scenarios`, the scenarios that no mutant breaks; with `--model`, the mutants of state by the model alone.
import { spawnSync } from 'node:child_process';

const sources = ['--import', './support/register.mjs'];
const commands = {
  '--scenarios': [...sources, '.ci/scenarios.mjs'],
  '--model': [...sources, '.ci/model.mjs'],
};
const asked = process.argv.find((word) => Object.hasOwn(commands, word));
process.exitCode = spawnSync(process.execPath, commands[asked] ?? ['.ci/test.mjs', 'matrix'], { stdio: 'inherit' }).status ?? 1;
