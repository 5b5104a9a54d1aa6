import type { JsonObject } from '../protocol/json.js';
import { wellKnownUrls, type AuthorizationServerMetadata } from '../protocol/metadata.js';
import type { DeclaredCapabilities, Endpoints } from '../target/target.js';
import type { Answer, Failure } from '../wire/exchange.js';
import { objectIn, outcomeText, requestFor, textOf, type Ask } from './ask.js';
import { endpointsFrom, unusableEndpoints, type UnusableEndpoint } from './endpoints.js';
import { capabilitiesFrom, wellTyped } from './metadata-members.js';

/** What an issuer tells of itself. Everything here was written by the server and is fit to be shown, not to be trusted. */
export interface Discovery {
  /** The members whose types are those of RFC 8414 §2; absent where no document was found. */
  readonly metadata?: AuthorizationServerMetadata;
  /** The whole document as the server wrote it. */
  readonly document?: JsonObject;
  /** Where it was found. */
  readonly url?: string;
  readonly tried: readonly Try[];
  readonly endpoints: Endpoints;
  /** Members that name no URL to which a request may go. */
  readonly unusable: readonly UnusableEndpoint[];
  /** What the metadata says or, by the silence that its RFC gives a meaning, denies. */
  readonly capabilities: DeclaredCapabilities;
  /** The document names another issuer than the one asked: RFC 8414 §3.3 has a client refuse it. */
  readonly mismatch?: {
    readonly asked: string;
    /** Empty where it names none. */
    readonly said: string;
    /** The two differ by the slash at the end alone: whoever typed a bare URL meant the other. */
    readonly onlySlash: boolean;
  };
}

export interface Try {
  readonly url: string;
  /** One line: `metadata`, `404`, `302 to "…"`, `200 with a body that is not JSON`. */
  readonly outcome: string;
}

export interface DiscoverOptions {
  /** Plain http to other machines is allowed: the target file's word. */
  readonly insecure_http?: boolean;
}

/**
 * Looks for the metadata of an issuer: RFC 8414 first, then OpenID Connect Discovery. Never throws: an answer that is
 * no metadata is taken down in `tried`, and an issuer that does not match is recorded.
 */
export async function discover(issuer: string, ask: Ask, options: DiscoverOptions = {}): Promise<Discovery> {
  const tried: Try[] = [];
  let best: Found | undefined;
  for (const url of URL.canParse(issuer) ? wellKnownUrls(issuer) : []) {
    const outcome = await asked(ask, url);
    const document = outcome.kind === 'answer' && outcome.status === 200 ? objectIn(outcome) : outcomeText(outcome);
    if (typeof document === 'string') {
      tried.push({ url, outcome: document });
      // A host that cannot be reached at one address cannot be reached at the next.
      if (outcome.kind === 'failure' && ['dns', 'refused', 'tls'].includes(outcome.cause)) break;
      continue;
    }
    const found = { url, document };
    const useful = textOf(document, 'token_endpoint') !== undefined;
    tried.push({ url, outcome: useful ? 'metadata' : 'metadata without token_endpoint' });
    if (useful) return described(issuer, found, tried, options);
    best ??= found;
  }
  return described(issuer, best, tried, options);
}

interface Found {
  readonly url: string;
  readonly document: JsonObject;
}

async function asked(ask: Ask, url: string): Promise<Answer | Failure> {
  try {
    return await ask(requestFor('GET', url, {}));
  } catch (error) {
    return { kind: 'failure', cause: 'aborted', message: error instanceof Error ? error.message : String(error) };
  }
}

function described(issuer: string, found: Found | undefined, tried: readonly Try[], options: DiscoverOptions): Discovery {
  if (found === undefined) return { tried, endpoints: {}, unusable: [], capabilities: {} };
  const { document, url } = found;
  const said = textOf(document, 'issuer') ?? '';
  const trust = { ...options, asked: issuer };
  return {
    metadata: wellTyped(document, issuer),
    document,
    url,
    tried,
    endpoints: endpointsFrom(document, trust),
    unusable: unusableEndpoints(document, trust),
    capabilities: capabilitiesFrom(document),
    ...(said === issuer ? {} : { mismatch: { asked: issuer, said, onlySlash: bare(issuer) === bare(said) } }),
  };
}

function bare(issuer: string): string {
  return issuer.replace(/\/$/, '');
}
