import { createHash } from 'node:crypto';
import type { HttpResponse } from '../support/protocol/http.js';
import type { MockAuthorizationServer } from './index.js';

/** Parameters by name; a list sends a name more than once, undefined leaves it out. */
export type Fields = Readonly<Record<string, string | readonly string[] | undefined>>;

/** What a token endpoint answered, read as JSON. */
export interface Answer {
  readonly status: number;
  readonly headers: HttpResponse['headers'];
  readonly json: Readonly<Record<string, unknown>>;
}

/** Walks a mock through its flows, for the unit tests. Every call has a right default, so that a test says only what it does wrong. */
export function drive(as: MockAuthorizationServer, prefix = '', client_id = 'rfc9700-public') {
  const redirect_uri = 'https://client.example/callback';
  const send = async (
    method: string,
    path: string,
    headers: Readonly<Record<string, string>> = {},
    body: string | Uint8Array = '',
  ): Promise<Answer & { readonly body: string }> => {
    const response = await as.respond({
      method,
      url: `${as.issuer}${path}`,
      headers,
      body: typeof body === 'string' ? Buffer.from(body) : body,
    });
    return { ...response, json: jsonOf(response) };
  };
  const post = (path: string, fields: Fields, headers: Readonly<Record<string, string>> = {}) =>
    send('POST', path, { 'content-type': 'application/x-www-form-urlencoded', ...headers }, formOf(fields));
  const authorize = async (fields: Fields = {}): Promise<URL | Answer> => {
    const all = {
      response_type: 'code',
      client_id,
      redirect_uri,
      state: 'xyz',
      scope: 'read',
      code_challenge: s256(verifier),
      code_challenge_method: 'S256',
      ...fields,
    };
    const response = await send('GET', `${prefix}/authorize?${formOf(all)}`);
    const { location } = response.headers;
    return typeof location === 'string' ? new URL(location) : response;
  };
  const code = async (fields: Fields = {}): Promise<string> => {
    const location = await authorize(fields);
    const value = location instanceof URL ? location.searchParams.get('code') : null;
    if (value === null) throw new Error(`No code came: ${location instanceof URL ? location.href : JSON.stringify(location)}`);
    return value;
  };
  const redeem = (given: string, fields: Fields = {}, headers: Readonly<Record<string, string>> = {}) =>
    post(
      `${prefix}/token`,
      { grant_type: 'authorization_code', client_id, redirect_uri, code: given, code_verifier: verifier, ...fields },
      headers,
    );
  return {
    send,
    post,
    authorize,
    code,
    redeem,
    refresh: (token: unknown, fields: Fields = {}) =>
      post(`${prefix}/token`, { grant_type: 'refresh_token', client_id, refresh_token: String(token), ...fields }),
    open: (path: string, token: unknown) => send('GET', path, { authorization: `Bearer ${String(token)}` }),
  };
}

/** 64 characters, of every kind that is allowed. */
export const verifier = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-.';
export const otherVerifier = '~'.repeat(64);

export const s256 = (text: string): string => createHash('sha256').update(text).digest('base64url');

export const formOf = (fields: Fields): string =>
  Object.entries(fields)
    .flatMap(([name, value]) => [value ?? []].flat().map((one) => `${encodeURIComponent(name)}=${encodeURIComponent(one)}`))
    .join('&');

export const basic = (id: string, secret: string): Readonly<Record<string, string>> => ({
  authorization: `Basic ${Buffer.from(`${encodeURIComponent(id)}:${encodeURIComponent(secret)}`).toString('base64')}`,
});

function jsonOf({ headers, body }: HttpResponse): Readonly<Record<string, unknown>> {
  return String(headers['content-type']).includes('json') && body !== '' ? (JSON.parse(body) as Record<string, unknown>) : {};
}
