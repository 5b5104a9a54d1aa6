import { withParameter, without } from '../actors/changes.js';
import type { Client } from '../actors/client.js';
import type { UriAlteration } from '../protocol/redirect-uri-alterations.js';
import { Inconclusive, NothingToJudge } from '../verdict/findings.js';
import { keepsQueryOf } from '../verdict/authorization-response.js';
import type { ConformanceWorld } from '../world.js';
import { alteredRedirectUri, askFaultily, scopesOf } from './authorization.js';

/** Names for the acting client one that has a registered redirect URI with a query. */
export function enterWithQuery(world: ConformanceWorld): void {
  enterWhere(world, 'has a redirect URI with a query', (redirectUris) => redirectUris.some(hasQuery));
}

/** Names for the acting client one that has registered a single redirect URI. */
export function enterWithOneRedirectUri(world: ConformanceWorld): void {
  enterWhere(world, 'has exactly one redirect URI', ({ length }) => length === 1);
}

function enterWhere(world: ConformanceWorld, what: string, suits: (redirectUris: readonly string[]) => boolean): void {
  const suitable = world.pass.target.clients.find(({ redirect_uris }) => suits(redirect_uris));
  if (!suitable) throw new Inconclusive(`no client of the target ${what}`);
  world.client = world.clientFor(suitable);
}

export async function obtainCodeAtUriWithQuery(world: ConformanceWorld): Promise<void> {
  await world.obtainCode({ redirectUri: uriWithQuery(world.client) });
}

/** Asks for the code to be sent where another client of the target listens, and where its own would never be sent. */
export async function askAtUriOfAnother(world: ConformanceWorld): Promise<void> {
  const own = world.client.registration.redirect_uris.map(withoutPort);
  const foreign = world.pass.target.clients.flatMap(({ redirect_uris }) => redirect_uris).find((uri) => !own.includes(withoutPort(uri)));
  if (foreign === undefined)
    throw new NothingToJudge('no other client of the target has a redirect URI that is not registered for this one');
  await world.askAuthorization({ redirectUri: foreign });
}

/** Which port a loopback address is on is left open (RFC 8252 §7.3). */
function withoutPort(uri: string): string {
  return uri.replace(/^(http:\/\/(?:127\.0\.0\.1|\[::1\])):\d+/, '$1');
}

export async function askAtUriWithQuery(world: ConformanceWorld): Promise<void> {
  await world.askAuthorization({ redirectUri: uriWithQuery(world.client) });
}

export async function askFaultilyAtUriWithQuery(world: ConformanceWorld): Promise<void> {
  await askFaultily(world, { redirectUri: uriWithQuery(world.client) });
}

export function queryKept({ authorization, authorizationJudge, client }: ConformanceWorld): Promise<void> {
  return authorizationJudge.redirectForm(authorization, keepsQueryOf(uriWithQuery(client)));
}

/** The answer came to the other redirect URI of the client, which was asked for, and to no further one. */
export function sentToOther({ authorization, authorizationJudge, client }: ConformanceWorld): Promise<void> {
  return authorizationJudge.sentToNoOther(authorization, client.otherRedirectUri, client.registration.redirect_uris);
}

function uriWithQuery({ registration }: Client): string {
  return registration.redirect_uris.find(hasQuery) ?? '';
}

function hasQuery(redirectUri: string): boolean {
  return redirectUri.includes('?');
}

/** Redeems the code under the redirect URI of its authorization as it is altered. */
export async function redeemUnderAltered(world: ConformanceWorld, alter: UriAlteration): Promise<void> {
  await world.redeem(withParameter('redirect_uri', alteredRedirectUri(world.code.redirectUri ?? '', alter)));
}

/**
 * Leaves redirect_uri out at authorization, and at redemption too unless one is given. `openid` is not asked for: with it
 * the parameter is required (OpenID Connect Core §3.1.2.1).
 */
export async function omitRedirectUri(world: ConformanceWorld, atRedemption?: string): Promise<void> {
  const scope =
    scopesOf(world.client)
      .filter((token) => token !== 'openid')
      .join(' ') || null;
  await world.walkFlow(
    { redirectUri: null, scope },
    atRedemption === undefined ? without('redirect_uri') : withParameter('redirect_uri', atRedemption),
  );
}
