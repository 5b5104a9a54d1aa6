import { wellKnownUrls } from '../protocol/metadata.js';
import { isJsonObject, readJson } from '../protocol/json.js';
import { NothingToJudge, Violation } from '../verdict/findings.js';
import type { ConformanceWorld } from '../world.js';

/** Asks the server for its metadata where it is to be found, RFC 8414 §3, until it names its token endpoint. */
export async function askForTokenEndpoint(world: ConformanceWorld): Promise<void> {
  const { issuer } = world.pass.target;
  for (const url of issuer === undefined ? [] : wellKnownUrls(issuer)) {
    world.answer = await world.wire.send({ method: 'GET', url, headers: { accept: 'application/json' } });
    if (tokenEndpointIn(world) !== undefined) return;
  }
  throw new NothingToJudge('no metadata names the token endpoint');
}

/** RFC 6749 §3.2: the URI that was named has no fragment. */
export function hasNoFragment(world: ConformanceWorld): void {
  const uri = tokenEndpointIn(world) ?? '';
  if (uri.includes('#')) throw new Violation('a token_endpoint without fragment', JSON.stringify(uri), { exchanges: [world.answer.n] });
}

function tokenEndpointIn({ answer: { outcome } }: ConformanceWorld): string | undefined {
  const document = outcome.kind === 'answer' && outcome.status === 200 ? readJson(outcome.body) : undefined;
  const uri = isJsonObject(document) ? document['token_endpoint'] : undefined;
  return typeof uri === 'string' ? uri : undefined;
}
