// `npm run build`: dist/ anew. What an earlier build left there would be loaded beside it: steps are found by glob.
import { spawnSync } from 'node:child_process';
import { chmodSync, rmSync } from 'node:fs';

rmSync('dist', { recursive: true, force: true });
const { status } = spawnSync(process.execPath, ['node_modules/typescript/bin/tsc', '-p', 'tsconfig.build.json'], {
  stdio: ['ignore', 'inherit', 'inherit'],
});
if (status === 0) chmodSync('dist/bin/pkce-conformance.js', 0o755);
process.exitCode = status ?? 1;
