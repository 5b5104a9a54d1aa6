import type { JsonObject } from '../protocol/json.js';
import { quoted } from '../target/fault.js';
import type { RegisteredClient } from '../target/target.js';
import type { Answer, Failure } from '../wire/exchange.js';
import { objectIn, outcomeText, requestFor, textOf, without, type Ask } from './ask.js';
import { mayBeAsked } from './endpoints.js';
import { clientFrom, type ClientWish } from './registered-client.js';

export interface RegistrationOptions {
  /** The registration endpoint. */
  readonly endpoint: string;
  readonly initial_access_token?: string;
  /** They decide how many clients of which type are needed. */
  readonly profiles: readonly string[];
  readonly scope?: string;
  /** `token_endpoint_auth_methods_supported`, where the server says so. */
  readonly auth_methods?: readonly string[];
  /** `grant_types_supported`, likewise. */
  readonly grant_types?: readonly string[];
  readonly insecure_http?: boolean;
}

export interface Registration {
  readonly clients: readonly RegisteredClient[];
  /** One entry for each client that the server did not register, fit to be shown. */
  readonly refused: readonly { readonly type: RegisteredClient['type']; readonly text: string }[];
}

/**
 * Registers what the profiles need (RFC 7591 §3): two public clients and a confidential one, or two confidential ones where
 * only Challenge Code Tokens are asked for. A refusal is told and not thrown: with the others something can still be judged.
 */
export async function registerClients(options: RegistrationOptions, ask: Ask): Promise<Registration> {
  const clients: RegisteredClient[] = [];
  const refused: { type: RegisteredClient['type']; text: string }[] = [];
  for (const type of neededTypes(options.profiles)) {
    const outcome = await registerOne(type, options, ask);
    if (typeof outcome === 'string') refused.push({ type, text: outcome });
    else clients.push(outcome);
  }
  return { clients, refused };
}

export interface Unregistered {
  readonly client_id: string;
  readonly deleted: boolean;
  /** What the server answered, or why nothing was sent. */
  readonly text: string;
}

/** Deletes clients that were registered, where the server gave the means to (RFC 7592 §2.3). */
export async function unregister(clients: readonly RegisteredClient[], ask: Ask): Promise<readonly Unregistered[]> {
  const results: Unregistered[] = [];
  for (const { client_id, registration_client_uri: uri, registration_access_token: token } of clients) {
    if (uri === undefined || token === undefined) {
      results.push({ client_id, deleted: false, text: 'the server offers no way to delete it' });
      continue;
    }
    const outcome = await sent(ask, 'DELETE', uri, token);
    const deleted = outcome.kind === 'answer' && outcome.status >= 200 && outcome.status < 300;
    results.push({ client_id, deleted, text: outcomeText(outcome, token) });
  }
  return results;
}

/** A second client of a type shows whether codes and tokens are bound to the client that asked for them. */
function neededTypes(profiles: readonly string[]): readonly RegisteredClient['type'][] {
  const challengeCodeTokens = profiles.includes('challenge-code-token');
  const confidential = challengeCodeTokens ? (['confidential', 'confidential'] as const) : (['confidential'] as const);
  return challengeCodeTokens && profiles.length === 1 ? confidential : ['public', 'public', ...confidential];
}

async function registerOne(type: RegisteredClient['type'], options: RegistrationOptions, ask: Ask): Promise<RegisteredClient | string> {
  let refusal = '';
  const wishes = [wishFor(type, options)];
  for (let wish = wishes.shift(); wish !== undefined; wish = wishes.shift()) {
    const outcome = await sent(ask, 'POST', options.endpoint, options.initial_access_token, JSON.stringify(wish));
    if (outcome.kind === 'failure') return outcomeText(outcome, options.initial_access_token);
    const answer = objectIn(outcome);
    if (outcome.status === 201 || outcome.status === 200) {
      return typeof answer === 'string' ? answer : clientFrom(answer, wish, (uri) => mayBeAsked(uri, options));
    }
    refusal ||= refusalText(outcome, answer, options.initial_access_token);
    const easier = outcome.status === 400 && typeof answer !== 'string' ? easierWish(wish, textOf(answer, 'error')) : undefined;
    if (easier !== undefined) wishes.push(easier);
  }
  return refusal;
}

const redirectUris = ['http://127.0.0.1:9876/callback', 'http://127.0.0.1:9876/callback2'];

function wishFor(type: RegisteredClient['type'], { scope, auth_methods, grant_types }: RegistrationOptions): ClientWish {
  const secretMethod =
    auth_methods?.includes('client_secret_basic') === false && auth_methods.includes('client_secret_post')
      ? 'client_secret_post'
      : 'client_secret_basic';
  return {
    client_name: 'pkce-conformance',
    redirect_uris: redirectUris,
    response_types: ['code'],
    grant_types: grant_types?.includes('refresh_token') === false ? ['authorization_code'] : ['authorization_code', 'refresh_token'],
    token_endpoint_auth_method: type === 'public' ? 'none' : secretMethod,
    ...(scope === undefined ? {} : { scope }),
  };
}

/** Some servers register http on loopback for native clients only, some no refresh tokens, some take no scope. */
function easierWish(wish: ClientWish, error: string | undefined): ClientWish | undefined {
  if (error === 'invalid_redirect_uri') return wish.application_type === 'native' ? undefined : { ...wish, application_type: 'native' };
  if (wish.scope === undefined && wish.grant_types.length === 1) return undefined;
  const { scope: _scope, ...rest } = wish;
  return { ...rest, grant_types: ['authorization_code'] };
}

function refusalText(outcome: Answer, answer: JsonObject | string, token: string | undefined): string {
  if (typeof answer === 'string') return outcome.headers.location === undefined ? answer : outcomeText(outcome, token);
  const [error, description] = ['error', 'error_description']
    .map((name) => textOf(answer, name))
    .map((text) => text && quoted(without(token, text)));
  return [String(outcome.status), error ?? 'without an error code', description].filter((word) => word !== undefined).join(' ');
}

async function sent(ask: Ask, method: string, url: string, token: string | undefined, json?: string): Promise<Answer | Failure> {
  const headers = {
    ...(json === undefined ? {} : { 'content-type': 'application/json' }),
    ...(token === undefined ? {} : { authorization: `Bearer ${token}` }),
  };
  try {
    return await ask(requestFor(method, url, headers, json));
  } catch (error) {
    return { kind: 'failure', cause: 'aborted', message: error instanceof Error ? error.message : String(error) };
  }
}
