declare module 'proxy-from-env' {
  /** The proxy of the environment for a URL (HTTPS_PROXY, HTTP_PROXY, ALL_PROXY, NO_PROXY); the empty string where there is none. */
  export function getProxyForUrl(url: string): string;
}
