import { promisify } from 'node:util';
import * as zlib from 'node:zlib';

type Decode = (octets: Uint8Array, options: { maxOutputLength: number }) => Promise<Buffer>;

const inflate: Decode = promisify(zlib.inflate);
const inflateRaw: Decode = promisify(zlib.inflateRaw);
const gunzip: Decode = promisify(zlib.gunzip);

/** Some servers say deflate and mean it without the zlib wrapper. */
const deflate: Decode = (octets, options) => (((octets[0] ?? 0) & 0x0f) === 8 ? inflate : inflateRaw)(octets, options);

const decoders: ReadonlyMap<string, Decode> = new Map([
  ['gzip', gunzip],
  ['x-gzip', gunzip],
  ['deflate', deflate],
  ['br', promisify(zlib.brotliDecompress)],
]);

/** More codings than this on one body are an attack, not a saving. */
const mostCodings = 3;

export class TooLarge extends Error {
  override readonly name = 'TooLarge';
}

/**
 * Undoes the content codings of a body, RFC 9110 §8.4; a coding that is not known ends the undoing.
 * Throws TooLarge when a step yields more than `maxBytes`, and zlib's error when the octets are not what the header says.
 */
export async function decoded(body: Uint8Array, contentEncoding: string | undefined, maxBytes: number): Promise<Uint8Array> {
  if (contentEncoding === undefined || body.length === 0) return body;
  const codings = contentEncoding.split(',').map((coding) => coding.trim().toLowerCase());
  if (codings.length > mostCodings) throw new TooLarge();
  let octets = body;
  for (const coding of codings.reverse()) {
    const decode = decoders.get(coding);
    if (decode === undefined) break;
    octets = await decode(octets, { maxOutputLength: maxBytes }).catch((error: NodeJS.ErrnoException) => {
      throw error.code === 'ERR_BUFFER_TOO_LARGE' ? new TooLarge() : error;
    });
  }
  return octets;
}
