import { selfContainedToken } from '../authorization-server/self-contained-token.js';
import { capable, lawful, told, type LawfulServer } from './lawful-server.js';

const groups = Array.from({ length: 200 }, (_, nth) => `urn:example:department:${nth}`);

/** Habits in codes and tokens. */
export const tokenHabits: Readonly<Record<string, LawfulServer>> = {
  'issues-no-refresh-token': lawful(
    'Nobody gets a refresh token, and metadata says so',
    {
      issuesRefreshToken: () => false,
      grantTypes: ['authorization_code'],
      grantTypeNamed: (name) => (name === 'authorization_code' ? name : undefined),
    },
    { described: capable({ refresh_token: false }) },
  ),
  'has-no-userinfo': lawful(
    'No resource is declared that would take a token',
    {},
    {
      described: ({ endpoints: { protected_resource: _none, ...endpoints }, ...target }) => ({ ...target, endpoints }),
    },
  ),
  'issues-long-tokens': lawful('An access token is a JWT of some kilobytes', {
    newAccessToken: (about) => selfContainedToken(about, groups),
  }),
  'sends-an-etag': lawful('Every token response has an ETag', { tokenResponseHeaders: () => ({ etag: 'W/"64-8f14e45f"' }) }),
  'writes-bearer-small': lawful('The token type is written in lower case', { tokenTypeMember: 'bearer' }),
  'redeems-without-redirect-uri': lawful(
    'A token request may leave out the redirect_uri',
    ({ redirectUriFault }) => ({ redirectUriFault: (code, given) => (given === undefined ? undefined : redirectUriFault(code, given)) }),
    { described: told({ redirect_uri_omission: 'allow' }) },
  ),
  'grants-one-scope-of-several': lawful(
    'Of several scopes that are asked for the first is granted, and the response says so',
    ({ grantedScope }) => ({ grantedScope: (requested, allowed) => grantedScope(requested, allowed)?.slice(0, 1) }),
    { profiles: ['rfc9700'] },
  ),
  'takes-old-refresh-tokens-for-a-while': lawful(
    'A refresh token that was renewed may come again for half a minute',
    ({ spendRefreshToken }) => {
      const firstUse = new Map<string, number>();
      return {
        spendRefreshToken: (store, token, until, now) => {
          const first = firstUse.get(token);
          if (first === undefined) firstUse.set(token, now);
          return (first !== undefined && now - first < 30_000) || spendRefreshToken(store, token, until, now);
        },
      };
    },
    { described: told({ refresh_reuse_grace: 30 }) },
  ),
  'new-code-cancels-old': lawful(
    'A new code takes the place of the one before it, for the same client and owner',
    ({ newCode, codeBelongsTo }) => {
      const newest = new Map<string, string>();
      return {
        newCode: (about) => {
          const code = newCode(about);
          newest.set(about.client_id, code);
          return code;
        },
        codeBelongsTo: (code, client_id, code_verifier) =>
          newest.get(code.client_id) === code.code && codeBelongsTo(code, client_id, code_verifier),
      };
    },
    { described: capable({ concurrent_codes: false }) },
  ),
  'new-token-cancels-old': lawful(
    'A new access token takes the place of the one before it, for the same client and owner',
    ({ newAccessToken, accessTokenExpired }) => {
      const newest = new Map<string, string>();
      return {
        newAccessToken: (about) => {
          const token = newAccessToken(about);
          newest.set(about.client_id, token);
          return token;
        },
        accessTokenExpired: (token, now) => newest.get(token.client_id) !== token.token || accessTokenExpired(token, now),
      };
    },
    { described: capable({ concurrent_tokens: false }) },
  ),
  'ends-refresh-tokens-with-the-first': lawful(
    'A refresh token that takes the place of another dies when the first of them would have',
    ({ newRefreshToken, refreshTokenExpired }) => {
      const ends = new Map<string, number>();
      return {
        newRefreshToken: (about) => {
          ends.set(about.grant, ends.get(about.grant) ?? about.expiresAt);
          return newRefreshToken(about);
        },
        refreshTokenExpired: (token, now) => refreshTokenExpired({ ...token, expiresAt: ends.get(token.grant) ?? token.expiresAt }, now),
      };
    },
  ),
  'new-refresh-token-cancels-old': lawful(
    'A client holds one refresh token, and the next code that it redeems ends it',
    ({ newRefreshToken, refreshTokenExpired }) => {
      const newest = new Map<string, string>();
      return {
        newRefreshToken: (about) => {
          newest.set(about.client_id, about.grant);
          return newRefreshToken(about);
        },
        refreshTokenExpired: (token, now) => newest.get(token.client_id) !== token.grant || refreshTokenExpired(token, now),
      };
    },
  ),
};
