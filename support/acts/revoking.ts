import { NothingToJudge } from '../verdict/findings.js';
import type { Exchange } from '../wire/exchange.js';
import type { ConformanceWorld } from '../world.js';
import { publishedEndpoint } from './published-metadata.js';

/** RFC 7009 §2.1, for the access token. One that the resource reads by itself can outlive its revocation, lawfully (§3). */
export async function revokeToken(world: ConformanceWorld): Promise<void> {
  if (world.token.value.split('.').length === 3) throw new NothingToJudge('a token that speaks for itself can outlive its revocation');
  await revoke(world, world.token.value, 'access_token');
}

export function revokeRefreshToken(world: ConformanceWorld): Promise<void> {
  return revoke(world, world.refreshToken.value, 'refresh_token');
}

/** At the endpoint that metadata names; a server that takes no revocation leaves nothing to judge. */
async function revoke(world: ConformanceWorld, token: string, hint: 'access_token' | 'refresh_token'): Promise<void> {
  const { client, wire } = world;
  const endpoint = await publishedEndpoint(world, 'revocation_endpoint');
  if (endpoint === undefined) throw new NothingToJudge('no metadata names a revocation endpoint');
  const answer = await wire.send(
    client.authenticated(
      [
        ['token', token],
        ['token_type_hint', hint],
        ['client_id', client.registration.client_id],
      ],
      endpoint,
    ),
  );
  if (statusOf(answer) !== 200) throw new NothingToJudge(`the revocation was answered with ${statusOf(answer)}`);
}

function statusOf({ outcome }: Exchange): number | string {
  return outcome.kind === 'answer' ? outcome.status : outcome.cause;
}
