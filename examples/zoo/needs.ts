import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { installedChromium } from '../../support/actors/login/installed-chromium.js';
import { targets } from './certified.js';

/** What a target of the zoo needs and this machine has not; undefined where nothing is missing. */
export function missingFor(name: string): string | undefined {
  if (!/driver: browser\b/.test(readFileSync(join(targets, name, 'target.yaml'), 'utf8'))) return undefined;
  try {
    installedChromium(process.env);
    return undefined;
  } catch (error) {
    return `no chromium: ${error instanceof Error ? error.message : String(error)}`;
  }
}
