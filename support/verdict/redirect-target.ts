/**
 * Whether a redirect of the authorization endpoint went where nothing may be sent: to the redirect URI that was asked
 * for although it is not registered, or to any other that is not. `url` as it stood in `Location`. RFC 6749 §3.1.2.4.
 */
export function wentAstray(url: string, registered: readonly string[], requested?: string): boolean {
  if (requested !== undefined && !registered.includes(requested) && (isResponseAt(requested, url) || keepsFragment(requested, url)))
    return true;
  return !registered.some((redirectUri) => isResponseAt(redirectUri, url) && !hasForeignFragment(redirectUri, url));
}

/** Whether a response that was due at one of the registered redirect URIs, or at one that is none of them, went to another address. */
export function strayed(url: string, due: string, registered: readonly string[]): boolean {
  const [closest] = [due, ...registered].filter((uri) => isResponseAt(uri, url)).toSorted((one, other) => other.length - one.length);
  return closest !== due;
}

/** The URI itself, or with response parameters added to its query, or in a fragment. */
function isResponseAt(redirectUri: string, url: string): boolean {
  return url === redirectUri || ['?', '&', '#'].some((mark) => url.startsWith(redirectUri + mark));
}

function keepsFragment(requested: string, url: string): boolean {
  const at = requested.indexOf('#');
  return at >= 0 && url.startsWith(requested.slice(0, at)) && url.endsWith(requested.slice(at));
}

/** A fragment right behind the URI that is no response: the URI of somebody's asking, not the registered one. */
function hasForeignFragment(redirectUri: string, url: string): boolean {
  if (!url.startsWith(`${redirectUri}#`)) return false;
  const parameters = new URLSearchParams(url.slice(redirectUri.length + 1));
  return !['code', 'error', 'access_token', 'id_token', 'state'].some((name) => parameters.has(name));
}
