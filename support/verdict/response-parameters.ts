/** The query of an authorization response, or its fragment where the query carries nothing of one. */
export function responseParameters(url: string): URLSearchParams {
  const { searchParams, hash } = new URL(url);
  return searchParams.has('code') || searchParams.has('error') ? searchParams : new URLSearchParams(hash.slice(1));
}

/** What of a grant a redirect brings, wherever in it. */
export function grantedIn(url: string): readonly string[] {
  const { searchParams, hash } = new URL(url);
  const fragment = new URLSearchParams(hash.slice(1));
  return ['code', 'access_token', 'id_token'].filter((name) => Boolean(searchParams.get(name)) || Boolean(fragment.get(name)));
}
