import { brotliDecompressSync, gunzipSync, inflateRawSync, inflateSync } from 'node:zlib';
import { Violation } from './findings.js';

/** How many layers of encoding a reader takes off. */
const deepest = 4;
/** Octets, in any layer: a code that inflates to more hides nothing worth the memory. */
const largest = 65_536;

/**
 * RFC 7636 §4.4: whoever sees the code cannot read a secret off it: not as it stands, percent-decoded, as hex, base64 or
 * base64url, as the parts of a JWT, nor under compression, nor under several of these. `secrets` by their names.
 */
export function notReadableFromCode(code: string, secrets: Readonly<Record<string, string | undefined>>): void {
  for (const text of layersOf(code)) {
    for (const [name, secret] of Object.entries(secrets)) {
      if (secret === undefined || !text.includes(secret)) continue;
      throw new Violation(
        'a code from which neither challenge nor verifier can be read',
        `a code that says the ${name}${text === code ? '' : ' once decoded'}`,
      );
    }
  }
}

/** The code and all that it decodes to, octet by octet. */
function layersOf(code: string): Set<string> {
  const known = new Set([code]);
  let outermost = [code];
  for (let depth = 0; depth < deepest; depth += 1) {
    outermost = [...new Set(outermost.flatMap(decodings))].filter((text) => text.length <= largest && !known.has(text));
    outermost.forEach((text) => known.add(text));
  }
  return known;
}

function decodings(text: string): string[] {
  const pieces = piecesOf(text);
  return [
    percentDecoded(text),
    ...pieces.flatMap(fromHex),
    ...pieces.flatMap(fromBase64),
    ...decompressed(text),
    ...(text.includes('\\') ? [unescaped(text)] : []),
  ];
}

/** The text, its parts between characters that no encoding writes, and each without a prefix such as `code_`. */
function piecesOf(text: string): string[] {
  const parts = text.split(/[^A-Za-z0-9+/=_-]+/);
  const withoutPrefix = parts.map((part) => part.replace(/^[A-Za-z0-9]{1,8}[_-]/, ''));
  return [...new Set([text, ...parts, ...withoutPrefix])].filter((piece) => piece.length >= 16);
}

function percentDecoded(text: string): string {
  return text.replaceAll('+', ' ').replace(/%([0-9a-f]{2})/gi, (_, hex: string) => String.fromCharCode(parseInt(hex, 16)));
}

function fromHex(text: string): string[] {
  return /^(?:[0-9a-f]{2}){8,}$/i.test(text) ? [Buffer.from(text, 'hex').toString('latin1')] : [];
}

/** Node decodes either alphabet, with padding or without. */
function fromBase64(text: string): string[] {
  return /^[A-Za-z0-9+/_-]{16,}={0,2}$/.test(text) ? [Buffer.from(text, 'base64').toString('latin1')] : [];
}

function decompressed(text: string): string[] {
  const octets = Buffer.from(text, 'latin1');
  return [gunzipSync, inflateSync, inflateRawSync, brotliDecompressSync].flatMap((decompress) => {
    try {
      return [decompress(octets, { maxOutputLength: largest }).toString('latin1')];
    } catch {
      return []; // not compressed in this way
    }
  });
}

function unescaped(text: string): string {
  return text.replace(/\\u([0-9a-f]{4})/gi, (_, hex: string) => String.fromCharCode(parseInt(hex, 16)));
}
