import { UsageError } from './usage-error.js';
import type { Staging } from './staging.js';
export async function targetStages(target: string, profiles: readonly string[], options: { readonly timeout: number }): Promise<Staging> {
  throw new UsageError(`${target} ${profiles.length} ${options.timeout}`);
}
