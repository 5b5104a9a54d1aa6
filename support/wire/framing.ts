/** How a body is announced and put on the wire, RFC 9112 §6. */
export interface Framed {
  /** The header fields that announce the body. */
  readonly headers: readonly (readonly [name: string, value: string])[];
  readonly octets: Uint8Array;
  /** Whether the sending side of the connection is then closed: the server waits for nothing more. */
  readonly thenEnd?: boolean;
}

export type Frame = (body: Uint8Array) => Framed;

const CRLF = '\r\n';

/** As it should be. */
export const exactLength: Frame = (body) => ({ headers: [['content-length', String(body.length)]], octets: body });

/** Announces more than comes, and ends. */
export const overstatedLength: Frame = (body) => ({ headers: [['content-length', String(body.length + 10)]], octets: body, thenEnd: true });

/** Announces less than comes: the last ten octets, or all but one, are beyond the body. */
export const understatedLength: Frame = (body) => ({
  headers: [['content-length', String(Math.max(1, body.length - 10))]],
  octets: body,
  thenEnd: true,
});

/** Announces two lengths that differ. */
export const twoLengths: Frame = (body) => ({
  headers: [
    ['content-length', String(body.length)],
    ['content-length', String(body.length + 1)],
  ],
  octets: body,
  thenEnd: true,
});

/** A sound chunked body of one chunk. */
export const chunked: Frame = (body) => ({
  headers: [['transfer-encoding', 'chunked']],
  octets: body.length === 0 ? Buffer.from(`0${CRLF}${CRLF}`) : joined(`${body.length.toString(16)}${CRLF}`, body, `${CRLF}0${CRLF}${CRLF}`),
});

/** A sound chunked body of nothing, whatever the request would have said. */
export const emptyChunked: Frame = () => chunked(new Uint8Array());

/** A chunk whose size is no number. */
export const brokenChunk: Frame = (body) => ({
  headers: [['transfer-encoding', 'chunked']],
  octets: joined(`zz${CRLF}`, body, `${CRLF}0${CRLF}${CRLF}`),
  thenEnd: true,
});

/** Both ways of announcing at once, RFC 9112 §6.3. */
export const lengthAndChunked: Frame = (body) => {
  const { headers, octets } = chunked(body);
  return { headers: [['content-length', String(body.length)], ...headers], octets, thenEnd: true };
};

function joined(...parts: readonly (string | Uint8Array)[]): Buffer {
  return Buffer.concat(parts.map((part) => (typeof part === 'string' ? Buffer.from(part) : part)));
}
