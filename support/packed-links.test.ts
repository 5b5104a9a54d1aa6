import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';
import { test } from 'node:test';
import { packageRoot } from './package-root.js';

const { files } = JSON.parse(readFileSync(join(packageRoot, 'package.json'), 'utf8')) as { readonly files: readonly string[] };
/** What the package brings, beside what npm adds of its own accord. */
const packed = [...files, 'README.md', 'LICENSE', 'package.json'];

const isPacked = (path: string): boolean => packed.some((entry) => path === entry || path.startsWith(`${entry}/`));

function pagesIn(path: string): readonly string[] {
  if (!existsSync(join(packageRoot, path))) return [];
  if (statSync(join(packageRoot, path)).isDirectory())
    return readdirSync(join(packageRoot, path)).flatMap((name) => pagesIn(`${path}/${name}`));
  return path.endsWith('.md') ? [path] : [];
}

/** The files that a page links to, as paths from the root of the package. */
function linksOf(page: string): readonly string[] {
  const text = readFileSync(join(packageRoot, page), 'utf8').replaceAll(/```[\s\S]*?```|`[^`\n]*`/g, '');
  return [...text.matchAll(/\]\(([^)\s#]+)(?:#[^)]*)?\)/g)]
    .map(([, target = '']) => target)
    .filter((target) => !/^[a-z][a-z0-9+.-]*:/i.test(target))
    .map((target) =>
      normalize(join(dirname(page), target))
        .replaceAll('\\', '/')
        .replace(/\/$/, ''),
    );
}

test('every page of the package links to files that the package brings', () => {
  const links = packed.flatMap(pagesIn).flatMap((page) => linksOf(page).map((target) => ({ page, target })));
  assert.ok(links.length > 10);
  assert.deepEqual(
    links.filter(({ target }) => !isPacked(target) || !existsSync(join(packageRoot, target))),
    [],
  );
});
