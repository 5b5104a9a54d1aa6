/** What a URL of the target file is for. */
export type UrlUse = 'issuer' | 'endpoint' | 'redirect URI';

interface UrlRule {
  readonly expected: string;
  /** For editors; the parser looks closer. A reference to the environment passes. */
  readonly pattern: string;
  readonly lawful: (url: URL, text: string) => boolean;
  /** What to do about a text that is not lawful. */
  readonly mend: (text: string) => string;
}

const WRITE_IT_WHOLE = 'Write it whole and without user name or password: https://as.example.com/….';

export const urlRules: Readonly<Record<UrlUse, UrlRule>> = {
  issuer: {
    expected: 'an issuer is an https URL without query or fragment (RFC 8414 §2)',
    pattern: '^https?://[^?#\\s]+$|\\$\\{',
    lawful: (url, text) => isWeb(url) && !/[?#]/.test(text) && !hasCredentials(url),
    mend: (text) => (/[?#]/.test(text) ? 'Cut it before the ? or #.' : WRITE_IT_WHOLE),
  },
  endpoint: {
    expected: 'an endpoint is an https URL without fragment (RFC 6749 §3.1, §3.2)',
    pattern: '^https?://[^#\\s]+$|\\$\\{',
    lawful: (url, text) => isWeb(url) && !text.includes('#') && !hasCredentials(url),
    mend: (text) => (text.includes('#') ? 'Cut it before the #.' : WRITE_IT_WHOLE),
  },
  'redirect URI': {
    expected: 'a redirect URI is absolute and has no fragment (RFC 6749 §3.1.2)',
    pattern: '^[A-Za-z][A-Za-z0-9+.-]*:[^#\\s]+$|\\$\\{',
    lawful: (_url, text) => !text.includes('#'),
    mend: (text) =>
      text.includes('#')
        ? 'Cut it before the #.'
        : 'Write it as it is registered: http://127.0.0.1:9876/callback, or com.example.app:/callback.',
  },
};

/** The URL that a text is, if it is one fit for this use; plain http is judged apart, by `isPlainHttpAbroad`. */
export function urlFor(use: UrlUse, text: string): URL | undefined {
  // URL() forgives blanks and line breaks that a server would not.
  if (!/^[A-Za-z][A-Za-z0-9+.-]*:[\x21-\x7e]+$/.test(text) || !URL.canParse(text)) return undefined;
  if (/^https?:(?!\/\/)/i.test(text)) return undefined;
  const url = new URL(text);
  return urlRules[use].lawful(url, text) ? url : undefined;
}

/** Plain http to another machine, where whoever sits between reads codes and secrets. */
export function isPlainHttpAbroad(url: URL): boolean {
  return url.protocol === 'http:' && !isLoopback(url.hostname);
}

function isLoopback(hostname: string): boolean {
  return hostname === 'localhost' || hostname.endsWith('.localhost') || hostname === '[::1]' || /^127\.\d+\.\d+\.\d+$/.test(hostname);
}

function isWeb(url: URL): boolean {
  return url.protocol === 'https:' || url.protocol === 'http:';
}

function hasCredentials(url: URL): boolean {
  return url.username !== '' || url.password !== '';
}
