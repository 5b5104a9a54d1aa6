import type { JsonObject } from '../protocol/json.js';
import { quoted } from '../target/fault.js';
import type { RegisteredClient } from '../target/target.js';
import { textOf, textsOf } from './ask.js';

/** The metadata that a client asks to be registered with (RFC 7591 §2). */
export interface ClientWish {
  readonly client_name: string;
  readonly redirect_uris: readonly string[];
  readonly response_types: readonly string[];
  readonly grant_types: readonly string[];
  readonly token_endpoint_auth_method: 'none' | 'client_secret_basic' | 'client_secret_post';
  readonly application_type?: 'native';
  readonly scope?: string;
}

/** The client that a registration answer describes (RFC 7591 §3.2.1), or what keeps it from being used. */
export function clientFrom(answer: JsonObject, wish: ClientWish, mayBeAsked: (uri: string) => boolean): RegisteredClient | string {
  const client_id = textOf(answer, 'client_id');
  if (client_id === undefined || !isPrintable(client_id)) return 'the answer holds no client_id of printable ASCII';
  const method = methodIn(answer, wish);
  if (method === undefined)
    return `the answer sets token_endpoint_auth_method to ${quoted(textOf(answer, 'token_endpoint_auth_method') ?? '')}, which this suite cannot use`;
  const secret = textOf(answer, 'client_secret');
  if (method !== 'none' && (secret === undefined || !isPrintable(secret))) return `the answer holds no client_secret for ${method}`;
  const scope = scopeIn(answer, wish);
  return {
    client_id,
    ...(method === 'none' || secret === undefined ? {} : { client_secret: secret }),
    token_endpoint_auth_method: method,
    method_declared: true,
    type: method === 'none' ? 'public' : 'confidential',
    redirect_uris: redirectUrisIn(answer, wish),
    application_type: wish.application_type ?? 'web',
    ...(scope === undefined ? {} : { scope }),
    ...managementIn(answer, mayBeAsked),
  };
}

/** A server may set another method than the one asked for; one that says nothing took the wish. */
function methodIn(answer: JsonObject, wish: ClientWish): ClientWish['token_endpoint_auth_method'] | undefined {
  const said = textOf(answer, 'token_endpoint_auth_method') ?? wish.token_endpoint_auth_method;
  return said === 'none' || said === 'client_secret_basic' || said === 'client_secret_post' ? said : undefined;
}

function redirectUrisIn(answer: JsonObject, wish: ClientWish): readonly string[] {
  const registered = textsOf(answer, 'redirect_uris');
  const kept = wish.redirect_uris.filter((uri) => registered?.includes(uri) === true);
  return kept.length > 0 ? kept : wish.redirect_uris;
}

/** Set only where the server left out part of what was asked for: what it adds of its own is not asked for. */
function scopeIn(answer: JsonObject, wish: ClientWish): string | undefined {
  const registered = textOf(answer, 'scope')?.split(' ');
  const asked = wish.scope?.split(' ') ?? [];
  const kept = asked.filter((token) => registered?.includes(token) === true);
  return registered === undefined || kept.length === 0 || kept.length === asked.length ? undefined : kept.join(' ');
}

/** RFC 7592 §3: both or neither. */
function managementIn(
  answer: JsonObject,
  mayBeAsked: (uri: string) => boolean,
): Pick<RegisteredClient, 'registration_client_uri' | 'registration_access_token'> {
  const uri = textOf(answer, 'registration_client_uri');
  const token = textOf(answer, 'registration_access_token');
  if (uri === undefined || token === undefined || !mayBeAsked(uri) || !isPrintable(token)) return {};
  return { registration_client_uri: uri, registration_access_token: token };
}

/** What can stand in a header or a form; RFC 6749 Appendix A. */
function isPrintable(text: string): boolean {
  return /^[\x20-\x7e]{1,4096}$/.test(text);
}
