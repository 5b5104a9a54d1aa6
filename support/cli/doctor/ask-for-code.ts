import { without, withParameter, type Change } from '../../actors/changes.js';
import type { AuthorizationResult, AuthorizationWish, Client } from '../../actors/client.js';
import type { IssuedCode } from '../../actors/messages.js';
import { pageOf } from '../../actors/login/form-driver.js';
import { randomValue } from '../../actors/random-value.js';
import type { Places } from '../../target/places.js';
import { Inconclusive } from '../../wire/inconclusive.js';
import type { Recorder } from '../../wire/recorder.js';
import { cameBack, textOf } from './answers.js';
import { Obstructed, type Obstacle } from './obstacle.js';
import { unheard } from './reach.js';

/** Where the walk looks things up. */
export interface Surroundings {
  readonly places: Places;
  readonly recorder: Recorder;
}

/** Asks for an authorization code, signs in and consents. Throws Obstructed with what stands in the way. */
export async function askForCode(client: Client, around: Surroundings, wish: AuthorizationWish = {}): Promise<IssuedCode> {
  const did = `asked for an authorization code for ${client.registration.client_id} at ${client.target.endpoints.authorization ?? ''}`;
  const result = await attempted(client, around, did, wish);
  if (result.kind === 'code') return result.code;
  throw new Obstructed(await whyRefused(client, result, around, did));
}

async function attempted(client: Client, around: Surroundings, did: string, wish: AuthorizationWish): Promise<AuthorizationResult> {
  try {
    return await client.authorize(wish);
  } catch (error) {
    if (!(error instanceof Inconclusive)) throw error;
    const last = around.recorder.exchange(error.detail.exchanges?.at(-1) ?? 0)?.outcome;
    const key = keyOfEndpoint('authorization', around.places);
    throw new Obstructed(
      (last === undefined ? undefined : unheard(last, did, key)) ?? {
        did,
        back: error.reason,
        ...loginObstacle(error.detail.keys ?? ['login', key]),
      },
    );
  }
}

/** What the keys that a login driver names say of the login. */
function loginObstacle(keys: readonly string[]): Omit<Obstacle, 'did' | 'back'> {
  const recipes = 'docs/login.md has recipes.';
  if (keys.includes('login.username') && keys.includes('login.password')) {
    return {
      cause: 'username or password are wrong, or the account is locked',
      keys,
      mend: 'Correct them; sign in by hand once to see what the page says.',
    };
  }
  if (keys[0] === 'login') {
    return {
      cause: 'the way through login and consent did not end at the redirect URI',
      keys,
      mend: `Write login: { driver: form, username: …, password: "\${PASSWORD}" }, or what else the pages need; ${recipes}`,
    };
  }
  if (keys.includes('login.selectors.approve'))
    return {
      cause: 'no consent can be given: nothing on the page is known to approve',
      keys,
      mend: `Name the button that approves; ${recipes}`,
    };
  return { cause: 'the login driver cannot go on at this page', keys, mend: `Say there what it needs; ${recipes}` };
}

/** The key that gave an endpoint: its own, or the issuer from which it was discovered. */
export function keyOfEndpoint(name: string, places: Places): string {
  const own = `endpoints.${name}`;
  return places.has(own) || !places.has('issuer') ? own : 'issuer';
}

type Refused = AuthorizationResult & { readonly kind: 'refused' };

async function whyRefused(client: Client, refused: Refused, around: Surroundings, did: string): Promise<Obstacle> {
  const { outcome } = refused.exchange;
  const endpoint = keyOfEndpoint('authorization', around.places);
  const told = { did, back: cameBack(outcome) };
  const status = outcome.kind === 'answer' ? outcome.status : 0;
  const scope = client.registration.scope ?? client.target.scope;
  const scopeKey = client.registration.scope === undefined ? 'scope' : `${around.places.client(client.registration.client_id)}.scope`;
  const wrongScope: Obstacle = {
    ...told,
    cause: `the scope ${JSON.stringify(scope ?? '')} is not one that this client may have`,
    keys: [scopeKey],
    mend: 'Write a scope that the client is registered for.',
  };
  if (status === 404 || status === 405 || status === 410) return { ...told, ...wrongPath('authorization endpoint', endpoint) };
  if (refused.error === 'invalid_scope') return wrongScope;
  // A server may drop a scope that it does not know, and then find nothing left to consent to.
  if (scope !== undefined && ((await succeeds(client, { scope: null })) || (await succeeds(client, { scope: 'openid' }))))
    return wrongScope;
  if (
    refused.error !== undefined &&
    /^(access_denied|login_required|consent_required|interaction_required|account_selection_required)$/.test(refused.error)
  ) {
    return {
      ...told,
      cause: 'the resource owner was not signed in, or no consent came about',
      keys: ['login', ...(scope === undefined ? [] : [scopeKey])],
      mend: 'Name an account that may consent under login, or have the server approve this client by itself.',
    };
  }
  if (status < 400 && refused.error === undefined && ((await pageOf(refused.exchange))?.forms.length ?? 0) > 0) {
    return { ...told, ...stoppedAtForm(client) };
  }
  const blamed = await blame(client, refused);
  const clientKey = around.places.client(client.registration.client_id);
  const blames = {
    client: {
      cause: `the server does not know the client ${JSON.stringify(client.registration.client_id)}: it answers as it does to a made-up client_id`,
      keys: [`${clientKey}.client_id`],
      mend: 'Write the client_id as it is registered at this server.',
    },
    redirect: {
      cause: `the redirect URI ${JSON.stringify(client.redirectUri)} is not registered for this client: the server answers as it does to a made-up one`,
      keys: [`${clientKey}.redirect_uris`],
      mend: 'Register it, or write one that is, to the last slash.',
    },
    pkce: {
      cause: 'the server refuses the PKCE parameters: without them it issues a code',
      keys: [endpoint],
      mend: 'Turn PKCE with S256 on at the server, for this client.',
    },
    unknown: {
      cause: 'the server refuses the authorization request, and answers so to a made-up client_id and to a made-up redirect URI as well',
      keys: [`${clientKey}.client_id`, `${clientKey}.redirect_uris`, endpoint],
      mend: 'Hold both against what is registered; the log of the server may say which it is.',
    },
    other: {
      cause: `the server refuses the authorization request${refused.error === undefined ? '' : ` with ${JSON.stringify(refused.error)}`}`,
      keys: [clientKey, 'authorization_parameters'],
      mend: 'Look whether the client may use the code flow, and whether the server wants further parameters: authorization_parameters.',
    },
  } as const;
  return { ...told, ...blames[blamed] };
}

function stoppedAtForm(client: Client): Omit<Obstacle, 'did' | 'back'> {
  return {
    cause: 'the way ends at a page with a form that asks for no password: no consent can be given there',
    keys: client.target.login.driver === 'automatic' ? ['login'] : ['login.selectors', 'login'],
    mend: 'Write login: { driver: form, … } so that it is filled in, name the button under login.selectors, or have the server ask for no consent.',
  };
}

export function wrongPath(what: string, key: string): Omit<Obstacle, 'did' | 'back'> {
  const discovered = key === 'issuer';
  return {
    cause: `there is no ${what} at that path`,
    keys: [key],
    mend: discovered
      ? 'The metadata of this issuer names it: correct the server, or name the endpoint under endpoints.'
      : 'Correct the path.',
  };
}

/** What a refusal by page or without a name is about: found by asking again with one thing made up. */
async function blame(client: Client, refused: Refused): Promise<'client' | 'redirect' | 'pkce' | 'unknown' | 'other'> {
  if (await succeeds(client, { challenge: null, method: null })) return 'pkce';
  const own = likeness(refused);
  const stranger = await likenessOf(client, { changes: [withParameter('client_id', `unknown-${randomValue()}`)] });
  const elsewhere = await likenessOf(client, { redirectUri: `https://client.invalid/${randomValue()}` });
  if (own === stranger && own !== elsewhere) return 'client';
  if (own === elsewhere && own !== stranger) return 'redirect';
  if (own !== stranger) return 'other';
  return byWords(refused) ?? 'unknown';
}

async function succeeds(client: Client, wish: AuthorizationWish): Promise<boolean> {
  const changes: readonly Change[] = wish.method === null ? [without('code_challenge_method')] : [];
  const result = await outcomeOf(client, { ...wish, changes });
  return result?.kind === 'code';
}

async function likenessOf(client: Client, wish: AuthorizationWish): Promise<string> {
  const result = await outcomeOf(client, wish);
  if (result === undefined) return 'nothing';
  return result.kind === 'code' ? 'a code' : likeness(result);
}

async function outcomeOf(client: Client, wish: AuthorizationWish): Promise<AuthorizationResult | undefined> {
  try {
    return await client.authorize(wish);
  } catch (error) {
    if (error instanceof Inconclusive) return undefined;
    throw error;
  }
}

/** What two refusals for one reason have in common: everything but what was sent, and what is fresh in each answer. */
function likeness({ exchange: { outcome }, error, sent }: Refused): string {
  if (outcome.kind === 'failure') return outcome.cause;
  const words = sent.reduce((text, [, value]) => (value.length > 3 ? text.replaceAll(value, '…') : text), textOf(outcome.body));
  return `${outcome.status} ${error ?? ''} ${words.replaceAll(/[\w-]{20,}|\d+/g, '…')}`;
}

function byWords({ exchange: { outcome } }: Refused): 'client' | 'redirect' | undefined {
  const text = outcome.kind === 'answer' ? textOf(outcome.body) : '';
  if (/redirect/i.test(text)) return 'redirect';
  return /client/i.test(text) ? 'client' : undefined;
}
