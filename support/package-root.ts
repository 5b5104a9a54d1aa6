import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const here = dirname(fileURLToPath(import.meta.url));

/** Where the code runs from: the checkout itself, or `dist` in the published package. */
export const codeRoot = dirname(here);

/** The folder that holds package.json and the features. */
export const packageRoot = existsSync(join(codeRoot, 'package.json')) ? codeRoot : dirname(codeRoot);

/** True where the sources run as they stand, compiled in memory. */
export const fromSource = codeRoot === packageRoot;

export const suite: { readonly name: string; readonly version: string } = (() => {
  const { name, version } = JSON.parse(readFileSync(join(packageRoot, 'package.json'), 'utf8')) as { name: string; version: string };
  return { name, version };
})();
