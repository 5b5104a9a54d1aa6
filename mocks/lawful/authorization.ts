import type { ErrorAnswer } from '../authorization-server/policy/errors.js';
import { capable, lawful, type LawfulServer } from './lawful-server.js';

const json = (status: number) => (answer: ErrorAnswer) => ({
  status,
  headers: { 'content-type': 'application/json', 'cache-control': 'no-store' },
  body: JSON.stringify({ error: answer.error, error_description: answer.description }),
});

/** A refusal that is no redirect is one all the same; that PKCE errors come so is what one rule advises against. */
const byPage = { advised: ['rfc7636/4.4.1/pkce-error-by-redirect'] };

/** Habits of the authorization endpoint. */
export const authorizationHabits: Readonly<Record<string, LawfulServer>> = {
  'refuses-by-page': lawful('Every refusal of an authorization request is a page', { refusesByRedirect: () => false }, byPage),
  'refuses-by-page-of-200': lawful(
    'Every refusal of an authorization request is a page with status 200',
    {
      refusesByRedirect: () => false,
      insteadOfErrorPage: ({ description }) => ({
        status: 200,
        headers: { 'content-type': 'text/html; charset=utf-8', 'x-frame-options': 'DENY' },
        body: `<!doctype html><title>Sorry</title><p>${description}</p>`,
      }),
    },
    byPage,
  ),
  'refuses-by-json': lawful(
    'Every refusal of an authorization request is JSON',
    { refusesByRedirect: () => false, insteadOfErrorPage: json(400) },
    byPage,
  ),
  'asks-for-a-navigation': lawful('Whoever does not ask as a browser that navigates is answered 401 in JSON', (correct) => ({
    parametersOf: (sources, at) =>
      at === 'authorization' && sources.header('sec-fetch-mode') !== 'navigate' ? [] : correct.parametersOf(sources, at),
    insteadOfErrorPage: json(401),
  })),
  'redirects-with-302': lawful('A redirect has status 302', { redirectStatus: 302 }),
  'redirects-with-303': lawful('A redirect has status 303', { redirectStatus: 303 }),
  'names-no-issuer': lawful(
    'Authorization responses do not say who issued them, and metadata does not promise it',
    ({ metadataMembers }) => ({
      returnedIssuer: () => undefined,
      metadataMembers: (members, document) => {
        const { authorization_response_iss_parameter_supported: _promise, ...others } = metadataMembers(members, document);
        return others;
      },
    }),
    { described: capable({ iss: false }) },
  ),
  'requires-openid-and-nonce': lawful(
    'A request without openid in its scope, or without a nonce, is refused',
    ({ grantedScope }) => ({
      demandsNonce: true,
      scopeWhenOmitted: () => undefined,
      grantedScope: (requested, allowed) => (requested.includes('openid') ? grantedScope(requested, allowed) : undefined),
    }),
    { profiles: ['oidc'] },
  ),
  'takes-any-pushed-address': lawful('A client that authenticates may push a redirect URI that it has not registered (RFC 9126 §2.4)', {
    mayPushUnregistered: (client) => client.token_endpoint_auth_method !== 'none',
    validatesPushedRedirectUri: false,
  }),
  'takes-pushes-of-clients-that-authenticate': lawful(
    'A request is pushed by a client that authenticates, or not at all',
    ({ mustAuthenticate }) => ({
      mustAuthenticate: (client, request, verifierSent) => request === 'push' || mustAuthenticate(client, request, verifierSent),
    }),
    {
      described: (target) => ({
        ...target,
        clients: target.clients.filter(({ require_pushed_authorization_requests: pushes = false }) => !pushes),
      }),
    },
  ),
  'requires-pushing': lawful(
    'Every client has to push its authorization requests',
    ({ metadataMembers }) => ({
      pushRequired: () => true,
      metadataMembers: (members, document) => ({ ...metadataMembers(members, document), require_pushed_authorization_requests: true }),
    }),
    {
      described: (target) => ({
        ...target,
        clients: target.clients.map((client) => ({ ...client, require_pushed_authorization_requests: true })),
      }),
    },
  ),
};
