import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { packageRoot } from '../package-root.js';
import { parseCatalogue, type Catalogue } from './parse.js';

let loaded: Catalogue | undefined;

/** The catalogue of the package's own feature files, read once. */
export function catalogue(): Catalogue {
  loaded ??= parseCatalogue(featureFiles().map((file) => ({ file, text: readFileSync(join(packageRoot, file), 'utf8') })));
  return loaded;
}

/** Paths from the package root, with forward slashes, in the order in which reports show them. */
export function featureFiles(): readonly string[] {
  return readdirSync(join(packageRoot, 'features'), { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.feature'))
    .map((file) => `features/${file.replaceAll('\\', '/')}`)
    .sort();
}
