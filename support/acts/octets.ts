import { withParameter } from '../actors/changes.js';
import { verifierInOctets, type OctetReading } from '../protocol/malformed-verifiers.js';
import type { ConformanceWorld } from '../world.js';

/** Redeems a code with a verifier that is no UTF-8, bound to what a server that reads it so nonetheless makes of it. */
export async function presentOctets(world: ConformanceWorld, octets: string, reading: OctetReading): Promise<void> {
  const { verifier, challenge, sent } = verifierInOctets(octets, reading);
  await world.obtainCode({ verifier, challenge });
  await world.redeem(withParameter('code_verifier', sent));
}
