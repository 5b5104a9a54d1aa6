// Runs the TypeScript sources as they stand; the published package is precompiled instead. What was compiled once is kept
// under node_modules/.cache by the digest of its source, so that the compiler is loaded only for what has changed.
import { hash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { createRequire, registerHooks } from 'node:module';
import { fileURLToPath } from 'node:url';
import { threadId } from 'node:worker_threads';

const require = createRequire(import.meta.url);
const project = fileURLToPath(new URL('../tsconfig.json', import.meta.url));
const settings = [readFileSync(project, 'utf8'), require('typescript/package.json').version, require('ts-node/package.json').version].join(
  '\n',
);
const cache = new URL('../node_modules/.cache/typescript/', import.meta.url);
process.setSourceMapsEnabled(true);
mkdirSync(cache, { recursive: true });

let compiler;
function compile(source, file) {
  compiler ??= require('ts-node').create({ transpileOnly: true, project });
  return compiler.compile(source, file);
}

/** The compiled text of a file; another process or thread may be keeping the same one at this moment, so it is put in place whole. */
function compiled(file) {
  const source = readFileSync(file, 'utf8');
  const kept = new URL(`${hash('sha256', [settings, file, source].join('\0'))}.js`, cache);
  if (existsSync(kept)) return readFileSync(kept, 'utf8');
  const text = compile(source, file);
  const draft = new URL(`${kept.href}.${process.pid}.${threadId}`);
  writeFileSync(draft, text);
  renameSync(draft, kept);
  return text;
}

registerHooks({
  resolve(specifier, context, next) {
    if (specifier.startsWith('.') && specifier.endsWith('.js') && !context.parentURL?.includes('/node_modules/')) {
      const source = new URL(specifier.replace(/\.js$/, '.ts'), context.parentURL);
      if (existsSync(source)) return { url: source.href, format: 'module', shortCircuit: true };
    }
    return next(specifier, context);
  },
  load(url, context, next) {
    if (!url.endsWith('.ts') || url.includes('/node_modules/')) return next(url, context);
    return { format: 'module', shortCircuit: true, source: compiled(fileURLToPath(url)) };
  },
});
