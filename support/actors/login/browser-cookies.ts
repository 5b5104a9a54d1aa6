import type { BrowserContext } from 'playwright-core';
import { Cookie, type CookieJar } from 'tough-cookie';
import { keepCookie } from '../cookies.js';

type BrowserCookie = Awaited<ReturnType<BrowserContext['cookies']>>[number];
type CookieToAdd = Parameters<BrowserContext['addCookies']>[0][number];

const sameSites = { strict: 'Strict', lax: 'Lax', none: 'None' } as const;

/** The cookies of the session as the browser takes them. */
export async function cookiesFor(jar: CookieJar): Promise<CookieToAdd[]> {
  const { cookies } = await jar.serialize();
  return cookies.flatMap(({ key, value, domain, path, hostOnly, secure, httpOnly, sameSite, expires }): CookieToAdd[] => {
    if (typeof key !== 'string' || typeof value !== 'string' || typeof domain !== 'string') return [];
    const site = typeof sameSite === 'string' && sameSite in sameSites ? sameSites[sameSite as keyof typeof sameSites] : undefined;
    const until = typeof expires === 'string' ? Date.parse(expires) / 1000 : Number.NaN;
    return [
      {
        name: key,
        value,
        domain: hostOnly === true ? domain : `.${domain}`,
        path: typeof path === 'string' ? path : '/',
        secure: secure === true,
        httpOnly: httpOnly === true,
        ...(site === undefined ? {} : { sameSite: site }),
        ...(Number.isNaN(until) ? {} : { expires: until }),
      },
    ];
  });
}

/** Keeps what the browser holds, so that further requests go on in its session. */
export async function takeCookies(cookies: readonly BrowserCookie[], jar: CookieJar): Promise<void> {
  for (const { name, value, domain, path, expires, httpOnly, secure, sameSite } of cookies) {
    const host = domain.replace(/^\./, '');
    const cookie = new Cookie({
      key: name,
      value,
      path,
      httpOnly,
      secure,
      ...(domain.startsWith('.') ? { domain: host } : {}),
      ...(expires > 0 ? { expires: new Date(expires * 1000) } : {}),
      sameSite: sameSite.toLowerCase(),
    });
    await keepCookie(jar, cookie, `${secure ? 'https' : 'http'}://${host}${path}`);
  }
}
