import { withHeader, type Change } from '../actors/changes.js';
import { Inconclusive, NothingToJudge } from '../verdict/findings.js';
import type { Exchange } from '../wire/exchange.js';
import type { ConformanceWorld } from '../world.js';
import { wellKnownAnswers } from './published-metadata.js';

const foreign = 'https://attacker.example';

/** The preflight request of the Fetch standard for a script of nobody's. */
export async function preflightAuthorization(world: ConformanceWorld): Promise<void> {
  const { authorization } = world.pass.target.endpoints;
  if (authorization === undefined) throw new Inconclusive('the target names no authorization endpoint');
  world.answers = [await preflight(world, authorization, 'GET', foreign)];
}

/** The authorization request as a script sends it. */
export async function askByScript(world: ConformanceWorld): Promise<void> {
  await world.askAuthorization({ changes: [fromOrigin(foreign)] });
  world.answers = world.wire.transcript.with(world.pass.target.endpoints.authorization ?? '');
}

/** The preflight request for a token request of the client's own page. */
export async function preflightToken(world: ConformanceWorld): Promise<void> {
  world.answer = await preflight(world, world.client.tokenEndpoint, 'POST', originOf(world));
}

export async function redeemByScript(world: ConformanceWorld): Promise<void> {
  await world.redeem(fromOrigin(originOf(world)));
}

/** Reads a metadata document once more, as a script does. */
export async function readMetadataByScript(world: ConformanceWorld): Promise<void> {
  const found = (await wellKnownAnswers(world)).find(({ document }) => document !== undefined);
  if (found === undefined) throw new NothingToJudge('the server has no metadata document');
  const draft = { method: 'GET', url: found.url, headers: { accept: 'application/json' } };
  world.answer = await world.wire.send(fromOrigin(originOf(world))(draft));
}

/** Where the client's page would be: at its redirect URI. */
export function originOf({ client }: ConformanceWorld): string {
  const { protocol, origin } = new URL(client.redirectUri);
  return protocol === 'https:' || protocol === 'http:' ? origin : 'https://app.example';
}

function fromOrigin(origin: string): Change {
  return (draft) => withHeader('sec-fetch-mode', 'cors')(withHeader('origin', origin)(draft));
}

function preflight({ wire }: ConformanceWorld, url: string, method: string, origin: string): Promise<Exchange> {
  return wire.send({
    method: 'OPTIONS',
    url,
    headers: { origin, 'access-control-request-method': method, 'access-control-request-headers': 'content-type' },
  });
}
