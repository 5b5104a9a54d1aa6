import type { Cookie, CookieJar } from 'tough-cookie';

/** Jars that may hold something: to look for the cookies of an address costs more than the rest of a visit. */
const filled = new WeakSet<CookieJar>();

/** Keeps the cookie where its domain and path allow it; another is dropped. */
export async function keepCookie(jar: CookieJar, cookie: string | Cookie, url: string): Promise<void> {
  filled.add(jar);
  await jar.setCookie(cookie, url, { ignoreError: true });
}

/** The Cookie field for a request to the URL, RFC 6265 §5.4; empty where there is none to send. */
export async function cookieField(jar: CookieJar, url: string, options: { sameSiteContext?: 'lax' | 'none' }): Promise<string> {
  return filled.has(jar) && URL.canParse(url) ? jar.getCookieString(url, options) : '';
}
