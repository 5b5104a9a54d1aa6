import { asForm, withParameter, withParameterRepeated, without } from '../actors/changes.js';
import type { AuthorizationWish, Client } from '../actors/client.js';
import { randomValue } from '../actors/random-value.js';
import { resolvePhrase } from '../protocol/phrase.js';
import type { UriAlteration } from '../protocol/redirect-uri-alterations.js';
import { stateText } from '../protocol/state-texts.js';
import { NothingToJudge, Violation } from '../verdict/findings.js';
import type { ConformanceWorld } from '../world.js';

/** A code came of the GET. Where GET is no method of the endpoint, POST is tried: only its grant convicts a server that grants nothing by GET. */
export async function answeredByGet(world: ConformanceWorld): Promise<void> {
  const { authorization, authorizationJudge, client } = world;
  const { outcome, n } = authorization.exchange;
  if (authorization.kind === 'refused' && outcome.kind === 'answer' && [404, 405].includes(outcome.status)) {
    const byPost = await client.authorize({ changes: [asForm()] });
    if (byPost.kind === 'code') {
      throw new Violation(
        'an authorization code, or a page that leads to one',
        `a page with status ${outcome.status}, yet a code by POST`,
        {
          exchanges: [n, byPost.exchange.n],
        },
      );
    }
  }
  await authorizationJudge.codeIssued(authorization);
}

/** Asks with the parameter left empty, and once more without it. */
export async function askWithEmptyAndWithout(world: ConformanceWorld, name: string): Promise<void> {
  world.otherAuthorization = await world.client.authorize({ changes: [without(name)] });
  await world.askAuthorization({ changes: [withParameter(name, '')] });
}

/**
 * The empty parameter has the fate of one left out. Of an empty scope a server may say that it is none, RFC 6749 §3.3, even
 * where it has a default for one left out; an OpenID provider may call the request invalid, OpenID Connect Core §3.1.2.1.
 */
export async function emptyCountsAsOmitted({
  authorization,
  otherAuthorization,
  authorizationJudge,
  client,
}: ConformanceWorld): Promise<void> {
  const [, scope] = authorization.sent.find(([name]) => name === 'scope') ?? [];
  const openid = client.target.scope?.split(' ').includes('openid') === true;
  const lawful = scope === '' ? ['invalid_scope', ...(openid ? ['invalid_request'] : [])] : [];
  await authorizationJudge.sameFate(authorization, otherAuthorization, 'without the parameter', lawful);
}

/** Says the parameter twice, the second time with a value that would be good by itself. */
export async function askWithSecondValue(world: ConformanceWorld, name: string, place: 'before' | 'after'): Promise<void> {
  await world.askAuthorization(withSecondValue(world, name, place));
}

/** A wish that says the parameter twice. */
export function withSecondValue({ client, otherClient }: ConformanceWorld, name: string, place: 'before' | 'after'): AuthorizationWish {
  const value = resolvePhrase('parameter with a second value', name, secondValues)(client, otherClient);
  return { changes: [withParameterRepeated(name, value, place)] };
}

const secondValues: Readonly<Record<string, (client: Client, otherClient: Client) => string>> = {
  response_type: () => 'token',
  client_id: (_, { registration }) => registration.client_id,
  redirect_uri: ({ otherRedirectUri }) => otherRedirectUri,
  scope: (client) => scopesOf(client).toReversed().concat(scopesOf(client)).join(' '),
  state: () => randomValue(),
};

/** Asks for the code to be sent to the redirect URI of the client as it is altered. */
export async function askAtAltered(world: ConformanceWorld, alter: UriAlteration): Promise<void> {
  await world.askAuthorization({ redirectUri: alteredRedirectUri(world.client.redirectUri, alter) });
}

export function alteredRedirectUri(redirectUri: string, alter: UriAlteration): string {
  const altered = alter(redirectUri);
  if (altered === undefined) throw new NothingToJudge(`the redirect URI ${redirectUri} holds nothing to alter so`);
  return altered;
}

/** A request with a response_type that nobody knows: one of the few faults that have to be told by redirect. */
export async function askFaultily(world: ConformanceWorld, wish: AuthorizationWish = {}): Promise<void> {
  const changes = [...(wish.changes ?? []), withParameter('response_type', `unknown-${randomValue()}`)];
  await world.askAuthorization({ ...wish, changes });
}

/** A wish with a state that holds what the phrase names. */
export function withState(phrase: string): AuthorizationWish {
  return { changes: [withParameter('state', stateText(phrase))] };
}

/** Neither a code nor anything else is sent to what the request named, unless it is registered for the client. */
export function nothingAstray({ authorization, authorizationJudge, client }: ConformanceWorld): Promise<void> {
  const [, requested] = authorization.sent.find(([name]) => name === 'redirect_uri') ?? [];
  return authorizationJudge.nothingSentAstray(authorization, client.registration.redirect_uris, requested);
}

/** Nothing is sent anywhere, as nobody knows whom the request comes from. */
export function nothingSent({ authorization, authorizationJudge }: ConformanceWorld): Promise<void> {
  return authorizationJudge.nothingSentAstray(authorization, []);
}

/** The scopes that a client asks for where a scenario says nothing of them. */
export function scopesOf({ registration, target }: Client): readonly string[] {
  return (registration.scope ?? target.scope ?? '').split(' ').filter(Boolean);
}
