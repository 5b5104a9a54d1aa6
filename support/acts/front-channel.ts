import { withParameter } from '../actors/changes.js';
import { challengeFor } from '../protocol/code-challenge.js';
import { newCodeVerifier } from '../protocol/code-verifier.js';
import { NothingToJudge } from '../verdict/findings.js';
import { grantsNoMore, keepsOut } from '../verdict/front-channel.js';
import { outcomeOf } from '../verdict/outcome.js';
import type { ConformanceWorld } from '../world.js';
import { scopesOf } from './authorization.js';
import { authorizeByReference, holdPushedRequest, obtainPushedCode, walkOnFromReference } from './pushing.js';

/** A challenge of the client's own beside the reference: what an attacker adds who can write the address but not the push. */
export async function addFrontChannelChallenge(world: ConformanceWorld, method: string, presented: 'front' | 'pushed'): Promise<void> {
  const verifier = newCodeVerifier();
  const front = [
    withParameter('code_challenge', challengeFor(verifier, method === 'plain' ? 'plain' : 'S256')),
    withParameter('code_challenge_method', method),
  ];
  await walkOnFromReference(world, front, presented === 'front' ? [withParameter('code_verifier', verifier)] : []);
}

/** Another redirect_uri of the client's own beside the reference. */
export async function addRegisteredRedirectUri(world: ConformanceWorld): Promise<void> {
  const [, other] = world.client.registration.redirect_uris;
  if (other === undefined) throw new NothingToJudge('the client has registered no second redirect URI');
  await authorizeByReference(world, withParameter('redirect_uri', other));
}

/** A code came to the redirect URI that was pushed, or the request was refused without a word to an address that is not registered. */
export function codeAtPushedUri({ authorization, authorizationJudge, client, pushed }: ConformanceWorld): Promise<void> {
  const { redirectUri = '' } = pushed.pending;
  return authorizationJudge.sentToNoOther(authorization, redirectUri, client.registration.redirect_uris);
}

/** The token is issued, or authorization was refused: a server may mind parameters beside the reference. */
export async function issuedOrRefusedAtAuthorization(world: ConformanceWorld): Promise<void> {
  if (world.authorization.kind === 'code') return world.judge.issued(world.answer);
  await world.authorizationJudge.noCodeIssued(world.authorization);
}

/** The code does not come with the state that was added beside the reference. */
export async function frontStateKeptOut({ authorization, authorizationJudge }: ConformanceWorld, state: string): Promise<void> {
  const { landing, exchange } = authorization;
  if (authorization.kind === 'refused') return authorizationJudge.refusedAtAll(authorization);
  if (landing.kind === 'redirect-uri') keepsOut('state', state, landing.url, exchange);
}

/** Redeems a code of a pushed request for one scope, and then one of the same with all the scopes beside the reference. */
export async function addFrontChannelScopes(world: ConformanceWorld): Promise<void> {
  const scopes = scopesOf(world.client);
  const [scope = ''] = scopes;
  await obtainPushedCode(world, { scope });
  await world.redeemForToken();
  world.answers = [world.answer];
  await holdPushedRequest(world, { scope });
  await walkOnFromReference(world, [withParameter('scope', scopes.join(' '))]);
}

/** No token comes of it, or one for nothing that the pushed request does not yield by itself. */
export async function nothingBeyondPushed(world: ConformanceWorld): Promise<void> {
  const { answers, answer, authorization, authorizationJudge, judge, client } = world;
  const [without] = answers;
  if (authorization.kind === 'refused') return authorizationJudge.refusedAtAll(authorization);
  if (outcomeOf(answer).kind !== 'granted') return judge.notIssued(answer);
  const [scope = ''] = scopesOf(client);
  if (without !== undefined) grantsNoMore(scope, without, answer);
}
