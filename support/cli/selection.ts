import { catalogue } from '../catalogue/features.js';
import { matches } from '../run/plan.js';
import { nearest, slipOf } from '../target/nearest.js';
import { profileNames } from '../target/profiles.js';
import { UsageError } from './usage-error.js';

/** The id that `given` is a slip of; else the nearest of those that have most segments in common with it. */
export function nearestId(given: string, ids: readonly string[]): string | undefined {
  const slip = slipOf(given, ids);
  if (slip !== undefined) return slip;
  const segments = given.split('/');
  for (let shared = segments.length - 1; shared >= 0; shared -= 1) {
    const start = segments
      .slice(0, shared)
      .map((segment) => `${segment}/`)
      .join('');
    const alike = ids.filter((id) => id.startsWith(start));
    if (alike.length > 0) return nearest(given, alike);
  }
  return undefined;
}

/** Refuses a prefix under which there is no rule, and names the nearest. */
export function knownPrefixes(prefixes: readonly string[]): readonly string[] {
  const ids = catalogue().rules.map(({ id }) => id);
  for (const prefix of prefixes) {
    if (ids.some((id) => matches(id, [prefix]))) continue;
    const depth = prefix.split('/').length;
    const near = nearestId(prefix, [...new Set(ids.map((id) => id.split('/').slice(0, depth).join('/')))]);
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
