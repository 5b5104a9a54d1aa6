/** A name and its value, in the order of the message. */
export type Pair = readonly [name: string, value: string];

/** Every place where the server listens. */
export type EndpointName =
  'authorization' | 'token' | 'push' | 'revocation' | 'registration' | 'challenge-code-token' | 'resource' | 'metadata' | 'jwks';

/** How a request becomes parameters: RFC 6749 §3.1, §3.2, Appendix B. */
export interface FormPolicy {
  /** The methods an endpoint answers; OPTIONS, and HEAD beside GET, come of themselves. */
  readonly methodsAt: (at: EndpointName) => readonly string[];
  /** Whether a server whose issuer is https answers plain http as well (RFC 6749 §3.2). */
  readonly answersInTheClear: boolean;
  /** The largest body that is read, in octets. */
  readonly bodyLimit: number;
  /** Whether a request of this method has a body that is read; a correct server answers none but POST where it matters. */
  readonly readsBodyOf: (method: string) => boolean;
  /** Whether a body of this Content-Type is read at all. */
  readonly acceptsMediaType: (contentType: string | undefined, at: EndpointName) => boolean;
  /** The pairs of a body, names and values still encoded; the body is given octet by octet (latin1). */
  readonly readBody: (body: string, contentType: string | undefined) => readonly Pair[];
  /** Undoes the form encoding of one name or value; undefined if it is broken. `name` is absent while a name is decoded. */
  readonly decode: (encoded: string, name?: string) => string | undefined;
  /** The name a parameter goes by. */
  readonly parameterName: (name: string) => string;
  /** Which pairs count as parameters, of the body, the query and the header fields. */
  readonly parametersOf: (sources: Sources, at: EndpointName) => readonly Pair[];
  /** The value that a repeated parameter counts with; undefined refuses the request. */
  readonly repeatedParameter: (name: string, values: readonly string[], at: EndpointName) => string | undefined;
  /** Whether an empty value means that the parameter was not sent. */
  readonly emptyIsAbsent: (name: string, at: EndpointName) => boolean;
  /** Whether a parameter that the endpoint does not know may be there. */
  readonly acceptsUnknownParameter: (name: string, at: EndpointName) => boolean;
}

/** Where pairs can stand in a request; all still encoded. */
export interface Sources {
  readonly method: string;
  readonly body: readonly Pair[];
  readonly query: readonly Pair[];
  /** The value of a header field, by lower-case name. */
  readonly header: (name: string) => string | undefined;
}

const methods: Readonly<Record<EndpointName, readonly string[]>> = {
  authorization: ['GET', 'POST'],
  token: ['POST'],
  push: ['POST'],
  revocation: ['POST'],
  registration: ['POST', 'GET', 'DELETE'],
  'challenge-code-token': ['POST'],
  resource: ['GET', 'POST'],
  metadata: ['GET'],
  jwks: ['GET'],
};

/** Every place where the server listens, as a list. */
export const endpointNames = Object.keys(methods) as readonly EndpointName[];

export const form: FormPolicy = {
  methodsAt: (at) => methods[at],
  answersInTheClear: false,
  bodyLimit: 65_536,
  readsBodyOf: (method) => method === 'POST',
  acceptsMediaType: (contentType) => contentType !== undefined && /^[ \t]*application\/x-www-form-urlencoded[ \t]*(;|$)/i.test(contentType),
  readBody: (body) => pairsOf(body),
  decode: (encoded) => decodeForm(encoded),
  parameterName: (name) => name,
  parametersOf: ({ method, body, query }, at) => (at === 'authorization' && method === 'GET' ? query : body),
  repeatedParameter: () => undefined,
  emptyIsAbsent: () => true,
  acceptsUnknownParameter: () => true,
};

/** Cuts `a=1&b=2` into pairs and decodes nothing. */
export function pairsOf(text: string): Pair[] {
  const pairs: Pair[] = [];
  let equals = -1;
  for (let start = 0; start < text.length;) {
    const end = indexOr(text, '&', start);
    if (equals < start) equals = indexOr(text, '=', start);
    if (equals < end) pairs.push([text.slice(start, equals), text.slice(equals + 1, end)]);
    else if (start < end) pairs.push([text.slice(start, end), '']);
    start = end + 1;
  }
  return pairs;
}

/** Where the mark stands next, or the end of the text. */
function indexOr(text: string, mark: string, from: number): number {
  const at = text.indexOf(mark, from);
  return at < 0 ? text.length : at;
}

/** Once: `+` to a space, `%XX` to octets, octets to text as strict UTF-8; undefined where that fails. */
export function decodeForm(encoded: string): string | undefined {
  if (!encodedCharacter.test(encoded)) return encoded;
  const ascii = encoded.replaceAll('+', ' ').replace(/[^\x00-\x7f]/g, escapeOctet);
  if (!ascii.includes('%')) return ascii;
  try {
    return decodeURIComponent(ascii);
  } catch {
    return undefined;
  }
}

/** Whatever does not stand for itself. */
const encodedCharacter = /[^\x20-\x24\x26-\x2a\x2c-\x7e]/;

const escapeOctet = (octet: string): string =>
  octet.charCodeAt(0) > 0xff ? encodeURIComponent(octet.toWellFormed()) : `%${octet.charCodeAt(0).toString(16)}`;
