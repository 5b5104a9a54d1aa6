// `npm test`: every stage, quick ones first, then one line with the sum. Flags: --quick, or the names of stages to run.
import { batches } from './stages/batches.mjs';
import { command } from './stages/command.mjs';
import { nodeTests } from './stages/node-tests.mjs';
import { inTurn } from './stages/schedule.mjs';
import { testFiles } from './stages/test-files.mjs';

/** `lint` checks the types on its way; alone it is quicker. */
const IN_LINT = 'types';
const SLOW = new Set(['matrix', 'e2e', 'servers']);
const files = testFiles();
const alone = (names) => names.map((name) => [name]);

const stages = [
  command('lint', '.ci/lint.mjs', []),
  command(IN_LINT, 'node_modules/typescript/bin/tsc', [
    '--noEmit',
    '--incremental',
    '--tsBuildInfoFile',
    'node_modules/.cache/types.tsbuildinfo',
  ]),
  command('layout', 'node_modules/prettier/bin/prettier.cjs', ['--check', '--cache', '--log-level', 'warn', '.']),
  command('imports', 'node_modules/dependency-cruiser/bin/dependency-cruise.mjs', [
    ...['--config', '.dependency-cruiser.cjs', '--output-type', 'err-long'],
    ...['bin', 'steps', 'support', 'mocks', 'reports', 'bench', 'examples'],
  ]),
  nodeTests('unit', batches(files.unit), { silence: 2 }),
  nodeTests('matrix', alone(files.matrix), { silence: 20, tells: process.argv.includes('matrix') }),
  nodeTests('e2e', alone(files.e2e), { silence: 10 }),
  nodeTests('servers', alone(files.servers), { silence: 15 }),
];

const wanted = process.argv.slice(2);
const unknown = wanted.filter((word) => word !== '--quick' && !stages.some((stage) => stage.name === word));
if (unknown.length > 0) {
  console.error(`No stage is called ${unknown.join(', ')}; there are ${stages.map((stage) => stage.name).join(', ')}, and --quick.`);
  process.exit(2);
}
const named = wanted.filter((word) => word !== '--quick');
const chosen = stages.filter(({ name }) =>
  named.length > 0 ? named.includes(name) : name !== IN_LINT && !(wanted.includes('--quick') && SLOW.has(name)),
);

await inTurn(chosen);
const sum = (key) => chosen.reduce((total, stage) => total + stage.sum[key], 0);
const skips = chosen.flatMap((stage) => stage.skips ?? []);
console.log(`${sum('passed')} passed, ${sum('failed')} failed${skips.length > 0 ? `, ${skips.length} skipped: ${skips.join('; ')}` : ''}`);
process.exitCode = sum('failed') > 0 ? 1 : 0;
