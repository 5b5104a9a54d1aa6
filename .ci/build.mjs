// `npm run build`: dist/ anew. What an earlier build left there would be loaded beside it: steps are found by glob.
// With --unless-built nothing is done where dist/ was built from these very files: npx prepares the package once more after npm ci has.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { chmodSync, existsSync, globSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';

const command = 'dist/bin/pkce-conformance.js';
const stampFolder = 'node_modules/.cache/pkce-conformance';
const stamp = `${stampFolder}/built-from`;

function digest() {
  const hash = createHash('sha256');
  const sources = globSync([
    'package.json',
    'package-lock.json',
    'tsconfig*.json',
    '.ci/build.mjs',
    '{bin,steps,support,mocks,reports}/**/*.ts',
  ]);
  for (const file of sources.toSorted()) hash.update(`${file}\0`).update(readFileSync(file)).update('\0');
  return hash.digest('hex');
}

function isBuilt() {
  return existsSync(command) && existsSync(stamp) && readFileSync(stamp, 'utf8') === digest();
}

if (!(process.argv.includes('--unless-built') && isBuilt())) {
  rmSync('dist', { recursive: true, force: true });
  rmSync(stamp, { force: true });
  const { status } = spawnSync(process.execPath, ['node_modules/typescript/bin/tsc', '-p', 'tsconfig.build.json'], {
    stdio: ['ignore', 'inherit', 'inherit'],
  });
  if (status === 0) {
    chmodSync(command, 0o755);
    mkdirSync(stampFolder, { recursive: true });
    writeFileSync(stamp, digest());
  }
  process.exitCode = status ?? 1;
}
