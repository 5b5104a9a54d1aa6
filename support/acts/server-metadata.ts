import { changed, type Change } from '../actors/changes.js';
import { isJsonObject, readJson } from '../protocol/json.js';
import { wellKnownUrls } from '../protocol/metadata.js';
import { NothingToJudge } from '../verdict/findings.js';
import type { ConformanceWorld } from '../world.js';

/** Reads the first metadata document of the issuer that there is, RFC 8414 §3; without one there is nothing to judge. */
export async function readMetadata(world: ConformanceWorld, ...changes: readonly Change[]): Promise<void> {
  const { issuer } = world.pass.target;
  for (const url of issuer === undefined ? [] : wellKnownUrls(issuer)) {
    world.answer = await world.wire.send(changed({ method: 'GET', url, headers: { accept: 'application/json' } }, ...changes));
    const { outcome } = world.answer;
    if (outcome.kind === 'answer' && outcome.status === 200 && isJsonObject(readJson(outcome.body))) return;
  }
  throw new NothingToJudge('the server has no metadata document');
}
