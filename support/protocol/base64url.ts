const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';

/** Base64url without padding, RFC 7636 §3 and Appendix A. */
export function encodeBase64url(octets: Uint8Array): string {
  let text = '';
  for (let at = 0; at < octets.length; at += 3) {
    const [first = 0, second = 0, third = 0] = octets.subarray(at, at + 3);
    const group = (first << 16) | (second << 8) | third;
    const characters = Math.min(octets.length - at, 3) + 1;
    for (let sextet = 0; sextet < characters; sextet += 1) text += ALPHABET.charAt((group >> (18 - 6 * sextet)) & 63);
  }
  return text;
}

/**
 * The octets behind base64url text, or undefined where the text is not the one canonical writing of any octets:
 * a foreign character, padding, a length that no octets yield, or spare bits that are not zero.
 */
export function decodeBase64url(text: string): Uint8Array | undefined {
  const octets = octetsOf(text);
  return octets !== undefined && encodeBase64url(octets) === text ? octets : undefined;
}

/** Whether the text is exactly what the encoder writes for some octets. */
export function isCanonicalBase64url(text: string): boolean {
  return decodeBase64url(text) !== undefined;
}

function octetsOf(text: string): Uint8Array | undefined {
  const octets = new Uint8Array(Math.floor((text.length * 6) / 8));
  let bits = 0;
  let held = 0;
  let filled = 0;
  for (const character of text) {
    const sextet = ALPHABET.indexOf(character);
    if (sextet < 0) return undefined;
    bits = ((bits << 6) | sextet) & 0xffff;
    held += 6;
    if (held < 8) continue;
    held -= 8;
    octets[filled] = (bits >> held) & 0xff;
    filled += 1;
  }
  return octets;
}
