import { spawn } from 'node:child_process';

/** A stage that is one command under this Node: it counts as one test, and what it printed is shown where it fails. */
export function command(name, script, args) {
  const sum = { passed: 0, failed: 0, skipped: 0 };
  let printed = '';
  const job = async () => {
    const { code, output } = await printedBy(script, args);
    if (code === 0) sum.passed = 1;
    else [sum.failed, printed] = [1, output];
  };
  return { name, jobs: [job], sum, told: () => '', ended: () => printed === '' || console.log(`${printed.trimEnd()}\n`) };
}

function printedBy(script, args) {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, [script, ...args], { stdio: ['ignore', 'pipe', 'pipe'] });
    let output = '';
    child.stdout.on('data', (chunk) => (output += chunk));
    child.stderr.on('data', (chunk) => (output += chunk));
    child.on('error', (error) => resolve({ code: 1, output: `${script}: ${error.message}` }));
    child.on('close', (code) => resolve({ code, output: output === '' ? `${script} ended with ${code} and said nothing` : output }));
  });
}
