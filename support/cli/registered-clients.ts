import type { Ask } from '../discovery/ask.js';
import type { Discovery } from '../discovery/discover.js';
import { registrationEndpointIn } from '../discovery/endpoints.js';
import { registerClients, type Registration } from '../discovery/registration.js';
import type { TargetDraft } from '../target/draft.js';
import type { Places } from '../target/places.js';
import { discoveryTold } from './discovery-told.js';
import { refuseForeign } from './foreign-issuer.js';
import { UsageError } from './usage-error.js';

/** Registers the clients that the profiles of the target need. Throws UsageError where not one of them came of it. */
export async function registeredClients(
  argument: string,
  draft: TargetDraft,
  discovery: Discovery | undefined,
  { places, ask }: { readonly places: Places; readonly ask: Ask },
): Promise<Registration> {
  const trust = { insecure_http: draft.insecure_http, ...(draft.issuer === undefined ? {} : { asked: draft.issuer }) };
  if (discovery?.document === undefined) throw new UsageError(`${argument}: ${discoveryTold(discovery)}`, 3);
  const endpoint = registrationEndpointIn(discovery.document, trust);
  if (endpoint === undefined) {
    refuseForeign(['registration_endpoint'], discovery, places);
    throw new UsageError(
      `${argument}: the server's metadata names no registration_endpoint, so clients have to be named in a target file.\nBegin one with: pkce-conformance init ${draft.issuer ?? argument}`,
    );
  }
  const { token_endpoint_auth_methods_supported: auth_methods, grant_types_supported: grant_types } = discovery.metadata ?? {};
  const registration = await registerClients(
    {
      endpoint,
      profiles: draft.profiles,
      ...trust,
      ...(draft.scope === undefined ? {} : { scope: draft.scope }),
      ...(draft.registration?.initial_access_token === undefined ? {} : { initial_access_token: draft.registration.initial_access_token }),
      ...(auth_methods ? { auth_methods } : {}),
      ...(grant_types ? { grant_types } : {}),
    },
    ask,
  );
  if (registration.clients.length === 0) {
    throw new UsageError(
      `${argument}: no client could be registered at ${endpoint}: ${registration.refused[0]?.text ?? 'no reason was given'}`,
      3,
    );
  }
  return registration;
}
