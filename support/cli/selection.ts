import { catalogue } from '../catalogue/features.js';
import { matches } from '../run/plan.js';
import { nearest } from '../target/nearest.js';
import { profileNames } from '../target/profiles.js';
import { UsageError } from './usage-error.js';

/** Refuses a prefix under which there is no rule, and names the nearest. */
export function knownPrefixes(prefixes: readonly string[]): readonly string[] {
  const ids = catalogue().rules.map(({ id }) => id);
  for (const prefix of prefixes) {
    if (ids.some((id) => matches(id, [prefix]))) continue;
    const depth = prefix.split('/').length;
    const near = nearest(prefix, [...new Set(ids.map((id) => id.split('/').slice(0, depth).join('/')))]);
    throw new UsageError(
      `${prefix}: no rule begins so.${near === undefined ? '' : ` The nearest is ${near}.`} pkce-conformance list tells them all.`,
    );
  }
  return prefixes;
}

/** Refuses a profile that does not exist, and names the nearest. */
export function knownProfiles(names: readonly string[]): readonly string[] {
  for (const name of names) {
    if ((profileNames as readonly string[]).includes(name)) continue;
    const near = nearest(name, profileNames);
    throw new UsageError(
      `--profile ${name}: there is no such profile.${near === undefined ? '' : ` The nearest is ${near}.`} There are ${profileNames.join(', ')}.`,
    );
  }
  return names;
}
