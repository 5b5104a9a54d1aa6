import type { RegisteredClient } from './target.js';

/** A client with a password, RFC 6749 §2.3.1. */
export type ClientWithSecret = RegisteredClient & { readonly client_secret: string };

export function holdsSecret(client: RegisteredClient): client is ClientWithSecret {
  return client.type === 'confidential' && client.client_secret !== undefined;
}

/** Declared for HTTP Basic, or for nothing in particular: only then does a refusal of Basic say something about the server. */
export function takesBasic(client: RegisteredClient): client is ClientWithSecret {
  return holdsSecret(client) && (client.token_endpoint_auth_method === 'client_secret_basic' || !client.method_declared);
}

/** The same for the secret in the body. */
export function takesBody(client: RegisteredClient): client is ClientWithSecret {
  return holdsSecret(client) && (client.token_endpoint_auth_method === 'client_secret_post' || !client.method_declared);
}

/** Declared for Basic with a name or secret that reads otherwise once it is form-encoded. */
export function takesEncodedBasic(client: RegisteredClient): client is ClientWithSecret {
  return takesBasic(client) && /[^A-Za-z0-9*._-]/.test(client.client_id + client.client_secret);
}

/** Holds a secret with a space, which a form can write in two ways. */
export function holdsSecretWithSpace(client: RegisteredClient): client is ClientWithSecret {
  return holdsSecret(client) && client.client_secret.includes(' ');
}
