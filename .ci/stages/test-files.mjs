import { readdirSync } from 'node:fs';

const ROOMS = ['.ci', 'bin', 'steps', 'support', 'mocks', 'reports', 'bench', 'examples', 'docs'];

/** The test files of the house by the stage that runs them; a slow kind of test is told by its name. */
export function testFiles() {
  const all = ROOMS.flatMap(testsIn).sort();
  const stageOf = (file) =>
    /^mocks\/(mutants\/(rfc-)?matrix(-\w+)?|(lawful|in-the-wild)\/[\w-]+)\.test\.ts$/.test(file)
      ? 'matrix'
      : file.startsWith('examples/targets/')
        ? 'servers'
        : /\.e2e\.test\.\w+$/.test(file)
          ? 'e2e'
          : 'unit';
  const of = (stage) => all.filter((file) => stageOf(file) === stage);
  return { unit: of('unit'), matrix: of('matrix'), e2e: of('e2e'), servers: of('servers') };
}

function testsIn(room) {
  return readdirSync(room, { recursive: true })
    .map((name) => `${room}/${String(name).replaceAll('\\', '/')}`)
    .filter((name) => /\.test\.(ts|mjs)$/.test(name) && !name.includes('node_modules/'));
}
