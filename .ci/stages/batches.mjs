import { readFileSync } from 'node:fs';

/** Hooks at the root of a file would hold for every test of its batch, and an intercepted network or environment too. */
const ALONE = /^(before|after)(Each)?\(|setupServer|process\.(env|chdir|exitCode)\b|mock\.(timers|method)/m;
/** Enough that two cores stay busy to the end, few enough that what all files load is loaded seldom. */
const BATCHES = 8;

/** Groups of files that run in one process each, the long ones first: a short one fills what is left at the end. */
export function batches(files) {
  const text = new Map(files.map((file) => [file, readFileSync(file, 'utf8')]));
  const alone = files.filter((file) => ALONE.test(text.get(file)));
  const together = files.filter((file) => !alone.includes(file)).sort((one, other) => text.get(other).length - text.get(one).length);
  const groups = Array.from({ length: BATCHES }, (_, nth) => together.filter((_file, index) => index % BATCHES === nth));
  return [...groups.filter((group) => group.length > 0), ...alone.map((file) => [file])];
}
