import { withWrongPassword } from '../actors/client-credentials.js';
import { without, type Change } from '../actors/changes.js';
import { NothingToJudge } from '../verdict/findings.js';
import type { ConformanceWorld } from '../world.js';

/** Presents the used code without its verifier. */
export function replayWithoutVerifier(world: ConformanceWorld): Promise<void> {
  return replayed(world, without('code_verifier'));
}

/** Presents the used code as the right client with a secret that is not its own. */
export function replayWithWrongSecret(world: ConformanceWorld): Promise<void> {
  return replayed(world, withWrongPassword(world.client.registration));
}

async function replayed({ client, code, judge }: ConformanceWorld, ...changes: readonly Change[]): Promise<void> {
  const outcome = await judge.heard(await client.redeem(code, ...changes));
  if (outcome.kind === 'granted') throw new NothingToJudge('the replay was granted, so it was not known for one');
}
