import { authorizationEndpoint } from './endpoints/authorization.js';
import { challengeCodeTokenEndpoint } from './endpoints/challenge-code-token.js';
import type { Endpoint } from './endpoints/endpoint.js';
import { jwksEndpoint, metadataEndpoint, openidConfigurationEndpoint } from './endpoints/metadata.js';
import { bearerResource, provedResource } from './endpoints/protected-resource.js';
import { pushEndpoint } from './endpoints/pushed-authorization-request.js';
import { registrationEndpoint } from './endpoints/registration.js';
import { revocationEndpoint } from './endpoints/revocation.js';
import { tokenEndpoint } from './endpoints/token.js';
import { rfcProfiles, type Profile, type RfcProfile } from './profile.js';
import { paths, type AuthorizationServer } from './server.js';

/** Who answers at an address, as which server, and whose policy decides there. */
export interface Route {
  readonly endpoint: Endpoint;
  readonly server: AuthorizationServer;
  /** The profile in charge whoever the client is; absent: the client's own. */
  readonly profile?: Profile;
  /** What follows the address, still encoded, with its slash. */
  readonly rest: string;
}

/**
 * Finds who answers at a path. Beside the server itself there is one for each RFC profile, an issuer of its own below the first
 * (`https://as.example/rfc7636`): metadata is of one issuer, so two profiles of one issuer could not both be true to it.
 */
export function routesOf(server: AuthorizationServer): (path: string) => Route | undefined {
  const exact = new Map<string, Route>();
  const open = new Map<string, Route>();
  listenAs(server, exact, open);
  for (const profile of rfcProfiles) listenAs(tenantOf(server, profile), exact, open);
  return (path) => {
    const route = exact.get(path);
    if (route !== undefined) return route;
    const slash = path.lastIndexOf('/');
    const above = open.get(path.slice(0, slash));
    return above === undefined ? undefined : { ...above, rest: path.slice(slash) };
  };
}

/** The issuer of one profile, below that of the mock. */
export const issuerOf = (issuer: string, profile: RfcProfile): string => `${issuer}/${profile}`;

const tenantOf = (server: AuthorizationServer, profile: RfcProfile): AuthorizationServer => ({
  ...server,
  issuer: issuerOf(server.issuer, profile),
  profiles: [profile],
  tenant: profile,
  primary: profile,
  primaryRfc: profile,
});

/** A path-aware issuer has its path in front of each address, and behind the well-known one (RFC 8414 §3.1). */
function listenAs(server: AuthorizationServer, exact: Map<string, Route>, open: Map<string, Route>): void {
  const base = pathOf(server.issuer);
  const listen = (path: string, endpoint: Endpoint, profile: Profile | undefined = server.tenant): Route => {
    const route = { endpoint, server, rest: '', ...(profile === undefined ? {} : { profile }) };
    exact.set(path, route);
    return route;
  };
  const listenBelow = (path: string, endpoint: Endpoint, profile?: Profile): void => {
    open.set(path, listen(path, endpoint, profile));
  };
  listen(base + paths.authorization, authorizationEndpoint);
  listen(base + paths.token, tokenEndpoint);
  listen(base + paths.userinfo, bearerResource('openid'));
  listenBelow(base + paths.resource, bearerResource('read'));
  listenBelow(base + paths.registration, registrationEndpoint);
  listen(base + paths.push, pushEndpoint);
  listen(base + paths.revocation, revocationEndpoint);
  listen(base + paths.jwks, jwksEndpoint);
  listen(`/.well-known/oauth-authorization-server${base}`, metadataEndpoint);
  listen(`${base}/.well-known/openid-configuration`, openidConfigurationEndpoint);
  if (server.tenant !== undefined) return;
  listen(base + paths.challengeCodeToken, challengeCodeTokenEndpoint, 'challenge-code-token');
  listenBelow(base + paths.challengeCodeResource, provedResource, 'challenge-code-token');
  listen(base + paths.pkceAccessAuthorization, authorizationEndpoint, 'pkce-access-token');
  listen(base + paths.pkceAccessToken, tokenEndpoint, 'pkce-access-token');
  listen(base + paths.pkceAccessUserinfo, bearerResource(), 'pkce-access-token');
}

/** The path of an absolute URL, without a slash at the end. */
function pathOf(url: string): string {
  const slash = url.indexOf('/', url.indexOf('://') + 3);
  return slash < 0 ? '' : url.slice(slash).replace(/\/$/, '');
}
