import { withWrongPassword } from '../actors/client-credentials.js';
import { without, type Change } from '../actors/changes.js';
import { NothingToJudge } from '../verdict/findings.js';
import type { Client } from '../actors/client.js';
import type { ConformanceWorld } from '../world.js';

/** Presents the used code without its verifier. */
export function replayWithoutVerifier(world: ConformanceWorld): Promise<void> {
  return replayed(world, world.client, without('code_verifier'));
}

/** Presents the used code as the right client with a secret that is not its own. */
export function replayWithWrongSecret(world: ConformanceWorld): Promise<void> {
  return replayed(world, world.client, withWrongPassword(world.client.registration));
}

/** Another client presents the used code, with all that belongs to it. */
export function replayByAnother(world: ConformanceWorld): Promise<void> {
  return replayed(world, world.otherClient);
}

async function replayed({ code, judge }: ConformanceWorld, client: Client, ...changes: readonly Change[]): Promise<void> {
  const outcome = await judge.heard(await client.redeem(code, ...changes));
  if (outcome.kind === 'granted') throw new NothingToJudge('the replay was granted, so it was not known for one');
}
