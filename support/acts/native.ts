import { withParameter } from '../actors/changes.js';
import type { Client } from '../actors/client.js';
import { hasPrivateUseScheme, loopbackFamilyOf, onPort, type LoopbackAlteration } from '../protocol/loopback-redirect-uris.js';
import { resolvePhrase } from '../protocol/phrase.js';
import { isNative, isNativeWithSecret } from '../target/native-clients.js';
import type { RegisteredClient } from '../target/target.js';
import { NothingToJudge } from '../verdict/findings.js';
import { deliveredTo } from '../verdict/delivered-to.js';
import type { ConformanceWorld } from '../world.js';

/** A port that no redirect URI is registered with, of those that systems hand out. */
const someport = 49_152;

/** Names as the acting client the first native one, one without a secret if there is one. */
export function enterNative(world: ConformanceWorld): void {
  const { clients } = world.pass.target;
  enter(world, clients.find((client) => isNative(client) && client.type === 'public') ?? clients.find(isNative));
}

export function enterNativeWithSecret(world: ConformanceWorld): void {
  enter(world, world.pass.target.clients.find(isNativeWithSecret));
}

function enter(world: ConformanceWorld, client: RegisteredClient | undefined): void {
  if (client === undefined) throw new NothingToJudge('the target has no such native client');
  world.client = world.clientFor(client);
}

/** Asks for a code at that redirect URI of the client, on that port where one is given, and redeems it under the same URI. */
export async function walkAt(world: ConformanceWorld, kind: string, port?: number): Promise<void> {
  const registered = redirectUriOf(world.client, kind);
  await world.walkFlow({ redirectUri: port === undefined ? registered : onPort(registered, port) });
}

/** The code was sent to the very address that was asked for, and redeemed under it. */
export async function cameAndYielded({ authorization, authorizationJudge, judge, answer }: ConformanceWorld): Promise<void> {
  await authorizationJudge.codeIssued(authorization);
  await authorizationJudge.redirectForm(authorization, deliveredTo);
  await judge.issued(answer);
}

/** Asks for the code at the client's loopback redirect URI, on a port of no registered one and altered besides. */
export async function askAtAlteredLoopback(world: ConformanceWorld, alter: LoopbackAlteration): Promise<void> {
  const redirectUri = alter(onPort(redirectUriOf(world.client, 'IPv4 loopback'), someport));
  const registered = world.client.registration.redirect_uris.some((uri) => withoutPort(uri) === withoutPort(redirectUri));
  if (registered) throw new NothingToJudge('the client has registered that address as well');
  await world.askAuthorization({ redirectUri });
}

/** Asks for the code at the client's redirect URI of a private-use scheme, altered as the phrase has it. */
export async function askAtAlteredScheme(world: ConformanceWorld, phrase: string): Promise<void> {
  const alter = resolvePhrase('alteration of a private-use redirect URI', phrase, schemeAlterations);
  const redirectUri = alter(redirectUriOf(world.client, 'private-use'));
  if (world.client.registration.redirect_uris.includes(redirectUri))
    throw new NothingToJudge('the client has registered that address as well');
  await world.askAuthorization({ redirectUri });
}

const schemeAlterations: Readonly<Record<string, (uri: string) => string>> = {
  'with another path': (uri) => uri.replace(/^([^:]+:\/*)[^?#]*/, '$1elsewhere'),
  'with its path continued': (uri) => uri.replace(/\/?(?=[?#]|$)/, '/elsewhere'),
  'with its scheme in upper case': (uri) => uri.replace(/^[^:]+/, (scheme) => scheme.toUpperCase()),
  'with a query appended': (uri) => `${uri}${uri.includes('?') ? '&' : '?'}elsewhere=1`,
};

export async function obtainCodeOnPort(world: ConformanceWorld, port: number): Promise<void> {
  await world.obtainCode({ redirectUri: onPort(redirectUriOf(world.client, 'IPv4 loopback'), port) });
}

/** Redeems the code as if it had been sent to that port, or to none. */
export async function redeemOnPort(world: ConformanceWorld, port?: number): Promise<void> {
  await world.redeem(withParameter('redirect_uri', onPort(world.code.redirectUri ?? '', port)));
}

function redirectUriOf({ registration }: Client, kind: string): string {
  const uri = registration.redirect_uris.find(resolvePhrase('kind of redirect URI', kind, kinds));
  if (uri === undefined) throw new NothingToJudge(`the native client has no ${kind} redirect URI`);
  return uri;
}

const kinds: Readonly<Record<string, (uri: string) => boolean>> = {
  'IPv4 loopback': (uri) => loopbackFamilyOf(uri) === 'IPv4',
  'IPv6 loopback': (uri) => loopbackFamilyOf(uri) === 'IPv6',
  'private-use': hasPrivateUseScheme,
};

/** Names that stand for loopback may be registered too, with any port. */
function withoutPort(uri: string): string {
  return uri.replace(/^(http:\/\/[^:/?#]+):\d+/, '$1');
}
