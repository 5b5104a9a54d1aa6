import type { RegisteredClient } from './target.js';
import { isPlainHttpAbroad } from './urls.js';

/** Whether codes of the client travel over plain http to another machine, RFC 9700 §2.6. */
export function redirectsInTheClear(client: RegisteredClient): boolean {
  return uriInTheClear(client) !== undefined;
}

/** The first redirect URI of the client that is plain http to another machine. */
export function uriInTheClear({ redirect_uris }: RegisteredClient): string | undefined {
  return redirect_uris.find((uri) => URL.canParse(uri) && isPlainHttpAbroad(new URL(uri)));
}
