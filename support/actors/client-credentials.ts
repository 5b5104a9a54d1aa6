import { randomBytes } from 'node:crypto';
import type { FormText } from '../protocol/form.js';
import type { RegisteredClient } from '../target/target.js';
import { changed, inQuery, rewritten, withHeader, withParameter, without, withoutHeader, type Change } from './changes.js';
import { withBasic } from './client.js';
import { randomValue } from './random-value.js';

/** The client named and not authenticated. */
export function unauthenticated(): Change {
  return (draft) =>
    changed(
      draft,
      withoutHeader('authorization'),
      ...['client_secret', 'client_assertion', 'client_assertion_type'].map((name) => without(name)),
    );
}

/** The secret in the body, and nowhere else. */
export function withSecretInBody(secret: FormText): Change {
  return (draft) => changed(draft, unauthenticated(), withParameter('client_secret', secret));
}

/** Name and password by Basic, and nowhere else. */
export function byBasicAlone(clientId: string, secret: string): Change {
  return (draft) => changed(draft, unauthenticated(), without('client_id'), withBasic(clientId, secret));
}

/** The same joined as they are, without the encoding that RFC 6749 §2.3.1 asks for. */
export function byUnencodedBasic({ client_id, client_secret = '' }: RegisteredClient): Change {
  const joined = Buffer.from(`${client_id}:${client_secret}`).toString('base64');
  return (draft) => changed(draft, unauthenticated(), without('client_id'), withHeader('authorization', `Basic ${joined}`));
}

/** The client's own way to authenticate, with a secret that is not its own. */
export function withWrongPassword({ client_id, token_endpoint_auth_method }: RegisteredClient): Change {
  if (token_endpoint_auth_method === 'private_key_jwt') return rewritten('client_assertion', withOtherSignature);
  return token_endpoint_auth_method === 'client_secret_post'
    ? withParameter('client_secret', randomValue())
    : withBasic(client_id, randomValue());
}

/** The same claims, signed by nobody. */
function withOtherSignature(assertion: string): string {
  const [header = '', claims = '', signature = ''] = assertion.split('.');
  return [header, claims, randomBytes(Buffer.from(signature, 'base64url').length).toString('base64url')].join('.');
}

/** These of name and secret in the query of the request. */
export function credentialsInQuery({ client_secret = '' }: RegisteredClient, names: readonly string[]): Change {
  return (draft) => changed(draft, withSecretInBody(client_secret), inQuery(names));
}

/** The secret in the body with each space written that way. */
export function withSpacesOfSecretAs({ client_secret = '' }: RegisteredClient, space: string): Change {
  return withSecretInBody({ encoded: client_secret.split(' ').map(encodeURIComponent).join(space) });
}
