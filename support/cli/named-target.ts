import type { TargetDraft } from '../target/draft.js';
import { describeFault } from '../target/fault.js';
import type { Places } from '../target/places.js';
import type { ProfileName } from '../target/profiles.js';
import { readTarget } from '../target/read-target.js';
import { isUrl, targetFromUrl } from '../target/target-from-url.js';
import { UsageError } from './usage-error.js';

/** What `--target` names: a file, or the URL of an issuer. Throws UsageError with every fault of the file. */
export async function namedTarget(argument: string, profiles: readonly string[]): Promise<{ draft: TargetDraft; places: Places }> {
  const wanted = profiles.length > 0 ? { profiles: profiles as readonly ProfileName[] } : {};
  const parsed = isUrl(argument)
    ? targetFromUrl(argument, wanted.profiles)
    : await readTarget(argument, { environment: process.env, ...wanted });
  if ('target' in parsed) return { draft: parsed.target, places: parsed.places };
  throw new UsageError(parsed.faults.map(describeFault).join('\n'));
}
