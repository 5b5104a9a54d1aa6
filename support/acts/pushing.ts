import { byBasicAlone, withWrongPassword, unauthenticated } from '../actors/client-credentials.js';
import { byMethod, withParameter, type Change } from '../actors/changes.js';
import type { AuthorizationWish } from '../actors/client.js';
import { pushedTrials } from '../actors/control.js';
import { authorizeByPush, authorizePushed, push, type PushedRequest } from '../actors/pushed-authorization.js';
import { randomValue } from '../actors/random-value.js';
import { validity } from '../actors/validity.js';
import { resolvePhrase } from '../protocol/phrase.js';
import { Inconclusive, NothingToJudge } from '../verdict/findings.js';
import { unguessable } from '../verdict/unguessable.js';
import type { ConformanceWorld } from '../world.js';

/** From here on a refusal counts where a pushed request of the same client leads to a token; one that may push nothing has nothing to show. */
async function judgeByPushes(world: ConformanceWorld): Promise<void> {
  world.trials = pushedTrials;
  const { client, court } = world;
  const tried = await court.once('push', () => push(client));
  if (tried.kind === 'refused' && mayNotPush(client.registration.type, tried.error))
    throw new NothingToJudge(`the server takes no pushed requests of ${client.registration.client_id}: ${tried.error}`);
}

/** RFC 9126 §2: who may push is the server's choice, and a server may want every client to authenticate that does. */
function mayNotPush(type: 'public' | 'confidential', error: string | undefined): error is string {
  return error === 'unauthorized_client' || (type === 'public' && error === 'invalid_client');
}

/** Pushes a request and keeps what came of it. */
export async function pushRequest(world: ConformanceWorld, wish: AuthorizationWish = {}, ...changes: readonly Change[]): Promise<void> {
  await judgeByPushes(world);
  world.push = await push(world.client, wish, ...changes);
  world.answer = world.push.exchange;
}

/** A request that lies at the server, which the scenario takes for granted. */
export async function holdPushedRequest(world: ConformanceWorld, wish: AuthorizationWish = {}): Promise<void> {
  await pushRequest(world, wish);
  if (world.push.kind === 'pushed') {
    world.pushed = world.push.pushed;
    return;
  }
  throw new Inconclusive(`the push was refused${world.push.error === undefined ? '' : `: ${world.push.error}`}`, {
    exchanges: [world.push.exchange.n],
  });
}

/** Authorizes by the reference; the changes are those of the front channel. */
export async function authorizeByReference(world: ConformanceWorld, ...changes: readonly Change[]): Promise<void> {
  world.authorization = await authorizePushed(world.client, world.pushed, ...changes);
}

/** A code of a pushed request, which the scenario takes for granted. */
export async function obtainPushedCode(world: ConformanceWorld, wish: AuthorizationWish = {}): Promise<void> {
  await holdPushedRequest(world, wish);
  await authorizeByReference(world);
  if (world.authorization.kind === 'refused')
    throw new Inconclusive(`no code was issued for the request_uri: ${world.authorization.error ?? 'a page'}`, {
      exchanges: [world.authorization.exchange.n],
    });
  world.code = world.authorization.code;
}

/** Pushes, authorizes and redeems as far as the server goes along; the first refusal is the answer. */
export async function walkPushedFlow(world: ConformanceWorld, wish: AuthorizationWish, ...changes: readonly Change[]): Promise<void> {
  await pushRequest(world, wish);
  if (world.push.kind === 'refused') return;
  world.pushed = world.push.pushed;
  await walkOnFromReference(world, [], changes);
}

/** Authorizes by the reference with what is added to the front channel, and redeems where a code came. */
export async function walkOnFromReference(
  world: ConformanceWorld,
  front: readonly Change[],
  changes: readonly Change[] = [],
): Promise<void> {
  await authorizeByReference(world, ...front);
  world.answer = world.authorization.exchange;
  if (world.authorization.kind === 'refused') return;
  world.code = world.authorization.code;
  await world.redeem(...changes);
}

/** Pushes with a request_uri in the form: one that is made up, or one that the server gave out before. */
export async function pushReference(world: ConformanceWorld, which: 'made-up' | 'real'): Promise<void> {
  const requestUri = which === 'real' ? await freshReference(world) : madeUpReference();
  await pushRequest(world, { changes: [withParameter('request_uri', requestUri)] });
}

const madeUpReference = (): string => `urn:ietf:params:oauth:request_uri:${randomValue()}`;

async function freshReference(world: ConformanceWorld): Promise<string> {
  await holdPushedRequest(world);
  return world.pushed.requestUri;
}

/** Pushes without the right client authentication, as the phrase has it. */
export async function pushUnauthenticated(world: ConformanceWorld, phrase: string): Promise<void> {
  const { client_secret } = world.client.registration;
  if (client_secret === undefined) throw new NothingToJudge('the client has no secret that could be wrong');
  await pushRequest(world, {}, resolvePhrase('client authentication', phrase, authentications)(world));
}

const authentications: Readonly<Record<string, (world: ConformanceWorld) => Change>> = {
  'with a wrong client_secret': ({ client }) => withWrongPassword(client.registration),
  'without its client_secret': () => unauthenticated(),
  'under an unknown client_id': () => (draft) => withParameter('client_id', randomValue())(unauthenticated()(draft)),
};

/** Pushes a request, and authorizes by the reference where there is one. */
export async function pushAndGoOn(world: ConformanceWorld, wish: AuthorizationWish = {}): Promise<void> {
  await judgeByPushes(world);
  world.authorization = await authorizeByPush(world.client, wish);
}

export async function pushByMethod(world: ConformanceWorld, method: string): Promise<void> {
  await pushRequest(world, {}, byMethod(method));
}

/** The reference in the hands of another client of the same server. */
export async function authorizeAsOther(world: ConformanceWorld): Promise<void> {
  const { otherClient, pushed } = world;
  world.authorization = await authorizePushed(otherClient, pushed);
}

/** Pushes a request of the other client under the credentials of the acting one; the other goes on from the reference, where there is one. */
export async function pushInNameOfOther(world: ConformanceWorld): Promise<void> {
  await judgeByPushes(world);
  const { client, otherClient } = world;
  const { client_id, client_secret = '' } = client.registration;
  const named = withParameter('client_id', otherClient.registration.client_id);
  world.authorization = await authorizeByPush(otherClient, {}, byBasicAlone(client_id, client_secret), named);
}

/** Lets the reference grow older than the server said that it lives; by itself, or with the parameters that were pushed beside it. */
export async function outliveReference(world: ConformanceWorld, how: 'alone' | 'beside what was pushed' = 'alone'): Promise<void> {
  const { expired } = validity(world.pushed, { lifetime: lifetimeOf(world.pushed), tolerance: world.pass.target.lifetimes.tolerance });
  await world.until(expired);
  await authorizeByReference(world, ...(how === 'alone' ? [] : world.pushed.sent.map(([name, value]) => withParameter(name, value))));
}

function lifetimeOf({ expiresIn }: PushedRequest): number {
  if (typeof expiresIn !== 'number' || !(expiresIn > 0)) throw new NothingToJudge('the server does not say how long a request_uri lives');
  if (expiresIn > longest) throw new NothingToJudge(`a request_uri lives ${expiresIn} seconds, too long to wait for`);
  return expiresIn;
}

/** Seconds. */
const longest = 900;

/** References of as many pushes, one after the other. */
export async function collectReferences(world: ConformanceWorld, count: number): Promise<void> {
  const values: string[] = [];
  for (let index = 0; index < count; index += 1) {
    await holdPushedRequest(world);
    values.push(world.pushed.requestUri);
  }
  world.values = values;
}

export function referencesUnguessable(world: ConformanceWorld): void {
  world.judge.note(unguessable(world.values));
}

/** Names as the acting client one that has to push its requests. */
export function enterClientHeldToPush(world: ConformanceWorld): void {
  const found = world.pass.target.clients.find(({ require_pushed_authorization_requests }) => require_pushed_authorization_requests);
  if (!found) throw new Inconclusive('no client of the target has to push its requests');
  world.client = world.clientFor(found);
}

export async function askDirectly(world: ConformanceWorld, wish: AuthorizationWish = {}): Promise<void> {
  await judgeByPushes(world);
  world.authorization = await world.client.authorizeDirectly(wish);
}

/** The whole request by the front channel, beside a reference that the server never gave out. */
export function askDirectlyByReference(world: ConformanceWorld): Promise<void> {
  return askDirectly(world, { changes: [withParameter('request_uri', madeUpReference())] });
}
