import { withHeader, withoutHeader, type Change } from '../actors/changes.js';
import { randomValue } from '../actors/random-value.js';
import { validity } from '../actors/validity.js';
import { resolvePhrase } from '../protocol/phrase.js';
import { provocation } from '../protocol/provocations.js';
import { parseScope } from '../protocol/scope.js';
import { tokenAlteration } from '../protocol/token-alterations.js';
import { formOf, membersOf } from '../verdict/answer-form.js';
import { Inconclusive, NothingToJudge } from '../verdict/findings.js';
import { tokenIn } from '../verdict/outcome.js';
import { queryTokenNoted, repeatsNot } from '../verdict/refused-token.js';
import type { ConformanceWorld } from '../world.js';

/** Asks for the resource with no token at all. */
export async function presentNothing(world: ConformanceWorld): Promise<void> {
  world.answer = await world.client.useToken('', withoutHeader('authorization'));
}

/** Uses what another alteration made of the token, by its phrase. */
export async function presentAltered(world: ConformanceWorld, phrase: string): Promise<void> {
  const altered = tokenAlteration(phrase)(world.token.value);
  if (altered === undefined) throw new NothingToJudge(`the token cannot come ${phrase}`);
  world.answer = await world.client.useToken(altered);
}

/** Uses a made-up token that an error message must not quote as it came. */
export async function presentProvocation(world: ConformanceWorld, phrase: string): Promise<void> {
  world.answer = await world.client.useToken(provocation(phrase));
}

/** Uses another credential of the client as though it were an access token. */
export async function presentCredential(world: ConformanceWorld, phrase: string): Promise<void> {
  const credential = await resolvePhrase('credential', phrase, credentials)(world);
  if (credential === undefined) throw new NothingToJudge(`the client has no ${phrase}`);
  world.answer = await world.client.useToken(credential);
}

const credentials: Readonly<Record<string, (world: ConformanceWorld) => string | undefined | Promise<string>>> = {
  'unused code': async ({ client }) => (await client.obtainCode()).value,
  'redeemed code': ({ code }) => code.value,
  'refresh token': ({ answer }) => tokenIn(answer, 'refresh_token'),
  'ID token': ({ answer }) => tokenIn(answer, 'id_token'),
  verifier: ({ code }) => code.verifier,
  client_secret: ({ client }) => client.registration.client_secret,
  client_id: ({ client }) => client.registration.client_id,
};

/** Names the scheme in that writing. */
export async function presentInScheme(world: ConformanceWorld, scheme: string): Promise<void> {
  world.answer = await world.client.useToken(world.token.value, withHeader('authorization', `${scheme} ${world.token.value}`));
}

/** The token in the query, and nowhere else. */
export async function presentInQuery(world: ConformanceWorld): Promise<void> {
  world.answer = await world.client.useToken('', withoutHeader('authorization'), besideInQuery(world.token.value));
}

export function queryTokenIsNoted({ judge, answer, client }: ConformanceWorld): Promise<void> {
  return queryTokenNoted(judge, answer, () => client.useToken('', withoutHeader('authorization')));
}

/** Carries a token in the header and another, or the same, beside it. */
export async function presentTwice(world: ConformanceWorld, phrase: string): Promise<void> {
  const { value } = world.token;
  const [inHeader, beside] = resolvePhrase<readonly [string, Change]>('place', phrase, {
    'in the header and in the query': [value, besideInQuery(value)],
    'in the header and in a form': [value, besideInForm(value)],
    'in the query, behind a made-up one in the header': [randomValue(), besideInQuery(value)],
    'in a form, behind a made-up one in the header': [randomValue(), besideInForm(value)],
  });
  world.answer = await world.client.useToken(inHeader, beside);
}

/** A token for all scopes of the target but the one that the resource needs. */
export async function obtainNarrowToken(world: ConformanceWorld): Promise<void> {
  const { resource_scope = '' } = world.client.target.policy;
  const scopes = [...parseScope(world.client.registration.scope ?? world.client.target.scope ?? '')].filter(
    (scope) => scope !== resource_scope,
  );
  if (scopes.length === 0) throw new NothingToJudge('the target names no scope beside the one that the resource needs');
  await world.walkFlow({ scope: scopes.join(' ') });
  const { authorization } = world;
  if (authorization.kind === 'refused') {
    // An OpenID provider may want openid in every scope, and may say so by either of these (RFC 6749 §3.3).
    if (authorization.error === 'invalid_scope' || authorization.error === 'invalid_request')
      throw new NothingToJudge('the server grants none of the other scopes alone');
    throw new Inconclusive('no authorization code was issued for the other scopes', { exchanges: [authorization.exchange.n] });
  }
  world.token = world.judge.tokenFrom(world.answer, authorization.code);
  const { scope } = membersOf(formOf(world.answer));
  if (typeof scope === 'string' && parseScope(scope).has(resource_scope)) throw new NothingToJudge('the server grants that scope unasked');
}

/** Lets the access token grow older than the server says, or the target file, that it lives. */
export function letTokenExpire(world: ConformanceWorld): Promise<void> {
  const { access_token = 0 } = world.client.target.lifetimes;
  return world.until(validityOf(world, Math.max(access_token, lifetimeTold(world) ?? access_token)).expired);
}

/** Uses the token at the last moment of its expires_in at which the answer still comes in time. */
export async function presentAlmostOver(world: ConformanceWorld): Promise<void> {
  await world.until(validityOf(world, demandedLifetime(world)).almostOver);
  world.answer = await world.client.useToken(world.token.value);
}

/** Uses the token half way through its expires_in; what the scenario judges comes later. */
export async function presentHalfWay(world: ConformanceWorld): Promise<void> {
  await world.until(world.token.receivedAt + demandedLifetime(world) * 500);
  await world.client.useToken(world.token.value);
}

/** Uses the token when its expires_in has certainly passed, and with it what a resource may allow for clocks that differ. */
export async function presentExpired(world: ConformanceWorld): Promise<void> {
  await world.until(validityOf(world, demandedLifetime(world)).expired);
  world.answer = await world.client.useToken(world.token.value);
}

/** The refusal does not hold the token that came with its request. */
export function tokenIsNotRepeated(world: ConformanceWorld): Promise<void> {
  const header = [world.answer.request.headers['authorization'] ?? ''].flat().join(' ');
  return world.judge.resourceRefusalForm(world.answer, repeatsNot(header.replace(/^Bearer /, ''), world.answer));
}

function validityOf({ token, client }: ConformanceWorld, lifetime: number): ReturnType<typeof validity> {
  const { tolerance, resource_leeway } = client.target.lifetimes;
  const { expired } = validity(token, { lifetime: lifetime + resource_leeway, tolerance });
  return { ...validity(token, { lifetime, tolerance }), expired };
}

/** Seconds, as the response to the redemption said. */
function lifetimeTold({ answer }: ConformanceWorld): number | undefined {
  const { expires_in } = membersOf(formOf(answer));
  return typeof expires_in === 'number' ? expires_in : undefined;
}

function demandedLifetime(world: ConformanceWorld): number {
  const lifetime = lifetimeTold(world);
  if (lifetime === undefined) throw new NothingToJudge('the response does not say how long the token lives');
  return lifetime;
}

function besideInQuery(token: string): Change {
  return (draft) => ({ ...draft, query: [['access_token', token]] });
}

function besideInForm(token: string): Change {
  return (draft) => ({ ...draft, method: 'POST', form: [['access_token', token]] });
}
