import { authorization, type AuthorizationPolicy } from './authorization.js';
import { challengeCodeToken, type ChallengeCodeTokenPolicy } from './challenge-code-token.js';
import { clientAuthentication, type ClientAuthenticationPolicy } from './client-authentication.js';
import { codes, type CodePolicy } from './codes.js';
import { errorPolicy, type ErrorPolicy } from './errors.js';
import { form, type FormPolicy } from './form.js';
import { grants, type GrantPolicy } from './grants.js';
import { idToken, type IdTokenPolicy } from './id-token.js';
import { metadata, type MetadataPolicy } from './metadata.js';
import { pkce, type PkcePolicy } from './pkce.js';
import { push, type PushPolicy } from './push.js';
import { resource, type ResourcePolicy } from './resource.js';
import { scope, type ScopePolicy } from './scope.js';
import { tokenResponse, type TokenResponsePolicy } from './token-response.js';
import type { Profile } from '../profile.js';

/** Every decision of the server, each under its own name. A mutant replaces one. */
export interface Policy
  extends
    FormPolicy,
    ErrorPolicy,
    ClientAuthenticationPolicy,
    AuthorizationPolicy,
    PkcePolicy,
    CodePolicy,
    GrantPolicy,
    ScopePolicy,
    TokenResponsePolicy,
    ResourcePolicy,
    IdTokenPolicy,
    MetadataPolicy,
    PushPolicy,
    ChallengeCodeTokenPolicy {}

const rfc9700: Policy = {
  ...form,
  ...errorPolicy,
  ...clientAuthentication,
  ...authorization,
  ...pkce,
  ...codes,
  ...grants,
  ...scope,
  ...tokenResponse,
  ...resource,
  ...idToken,
  ...metadata,
  ...push,
  ...challengeCodeToken,
};

/** The right decisions, by profile. */
export const correctPolicies: Readonly<Record<Profile, Policy>> = {
  rfc9700,
  oidc: {
    ...rfc9700,
    responseTypeYields: (responseType) =>
      responseType === 'code id_token' ? ['code', 'id_token'] : rfc9700.responseTypeYields(responseType),
    responseTypesOffered: ['code', 'code id_token'],
  },
  rfc7636: {
    ...rfc9700,
    methodsOffered: ['S256', 'plain'],
    mayRedirectTo: () => true,
    tokenPresented: (tokens) =>
      tokens.header === undefined && tokens.form === undefined && tokens.query !== undefined
        ? { token: tokens.query }
        : rfc9700.tokenPresented(tokens),
  },
  'oauth-2.1': {
    ...rfc9700,
    challengeRequired: (client, nonce) => !(client.nonce_assured && nonce !== undefined),
    redeemsWithoutChallenge: (client) => client.nonce_assured,
    redirectUriFault: (code, given) => (given === undefined ? undefined : rfc9700.redirectUriFault(code, given)),
    tokenResponseCaching: { 'cache-control': 'no-store' },
    errorHeaders: { 'cache-control': 'no-store' },
  },
  'challenge-code-token': {
    ...rfc9700,
    challengeRequired: () => true,
    methodsOffered: ['S256', 'plain'],
    accessTokenLifetime: 60,
    mustAuthenticate: () => true,
    splitScope: (text) => text.split(/[ ,]/).filter((token) => token !== ''),
    issuesRefreshToken: () => false,
    issuesIdToken: () => false,
  },
  'pkce-access-token': {
    ...rfc9700,
    challengeRequired: () => true,
    redeemsWithoutChallenge: () => false,
    codeLifetime: 300,
    mayRedirectTo: () => true,
    redirectUriFault: (code, given) => (given === undefined ? undefined : rfc9700.redirectUriFault(code, given)),
    errors: { ...rfc9700.errors, 'client-unknown': { ...rfc9700.errors['client-unknown'], status: 400 } },
  },
};
