#!/usr/bin/env node
import module from 'node:module';

const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
const supported = (major === 22 && minor >= 15) || major === 24 || major >= 26;

// A reader that has seen enough closes the pipe: that is no violation. Whatever else keeps us from writing is no verdict either.
for (const stream of [process.stdout, process.stderr]) {
  stream.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code === 'EPIPE') return;
    if (stream === process.stdout) process.stderr.write(`pkce-conformance cannot write its output: ${error.message}\n`);
    process.exit(70);
  });
}

if (supported) {
  // What was compiled once need not be again: a call that runs one rule is half loading. Where the cache cannot be kept, Node goes without.
  module.enableCompileCache();
  const { keepHeapSmall } = await import('../support/cli/memory.js');
  keepHeapSmall();
  const { main } = await import('../support/cli/main.js');
  process.exitCode = await main(process.argv.slice(2));
} else {
  process.stderr.write(
    `pkce-conformance needs Node 22.15, 24 or 26 and later; this is ${process.versions.node}. In a checkout, npx and npm run use the one that npm ci installed.\n`,
  );
  process.exitCode = 2;
}
