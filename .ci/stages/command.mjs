import { spawn } from 'node:child_process';
import { liveLine } from './live-line.mjs';

/**
 * A stage that is one command under this Node: it counts as one test, and what it printed is shown where it fails.
 * `begin` starts it ahead of its turn, beside others.
 */
export function command(name, script, args) {
  let ending;
  const begin = () => (ending ??= printedBy(script, args));
  return { name, begin, run: () => conclude(name, begin) };
}

async function conclude(name, begin) {
  const line = liveLine(name);
  const { code, output } = await begin();
  const failed = code === 0 ? 0 : 1;
  line.end(failed === 0, '');
  if (failed > 0) console.log(`${output.trimEnd()}\n`);
  return { passed: 1 - failed, failed, skipped: 0 };
}

function printedBy(script, args) {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, [script, ...args], { stdio: ['ignore', 'pipe', 'pipe'] });
    let output = '';
    child.stdout.on('data', (chunk) => (output += chunk));
    child.stderr.on('data', (chunk) => (output += chunk));
    child.on('error', (error) => resolve({ code: 1, output: `${script}: ${error.message}` }));
    child.on('close', (code) => resolve({ code, output }));
  });
}
