import type { RegisteredClient } from './target.js';

/** Declared to be an app on the user's own machine; a loopback redirect URI alone says nothing. */
export function isNative({ application_type }: RegisteredClient): boolean {
  return application_type === 'native';
}

/** A native client that was given a secret all the same. */
export function isNativeWithSecret(client: RegisteredClient): boolean {
  return isNative(client) && client.client_secret !== undefined;
}

/** Native, with a redirect URI of that kind. */
export function nativeAt(suits: (redirectUri: string) => boolean): (client: RegisteredClient) => boolean {
  return (client) => isNative(client) && client.redirect_uris.some(suits);
}
