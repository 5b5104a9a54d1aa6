import { isJsonObject, readJson, type JsonObject } from '../protocol/json.js';
import { wellKnownUrls } from '../protocol/metadata.js';
import type { Exchange } from '../wire/exchange.js';
import type { Wire } from '../wire/wire.js';

/** What stood at one of the well-known addresses of an issuer. */
export interface WellKnownAnswer {
  readonly url: string;
  readonly kind: 'oauth-authorization-server' | 'openid-configuration';
  readonly exchange: Exchange;
  /** The JSON object in the body, whatever status and media type it came under; absent where there is none that describes a server. */
  readonly document?: JsonObject;
}

/** Asks at each address that RFC 8414 §3 and OpenID Connect Discovery §4 build from the issuer, in their order. */
export async function fetchMetadata(wire: Wire, issuer: string): Promise<readonly WellKnownAnswer[]> {
  const answers: WellKnownAnswer[] = [];
  for (const url of wellKnownUrls(issuer)) {
    const exchange = await fetchJson(wire, url);
    const value = exchange.outcome.kind === 'answer' ? readJson(exchange.outcome.body) : undefined;
    const kind = url.includes('openid-configuration') ? 'openid-configuration' : 'oauth-authorization-server';
    answers.push({ url, kind, exchange, ...(isJsonObject(value) && describesServer(value) ? { document: value } : {}) });
  }
  return answers;
}

/** A document of the server that is not secret: metadata, or its keys. */
export function fetchJson(wire: Wire, url: string): Promise<Exchange> {
  return wire.send({ method: 'GET', url, headers: { accept: 'application/json' } });
}

/** An error in JSON is no metadata. */
function describesServer(value: JsonObject): boolean {
  return ['issuer', 'authorization_endpoint', 'token_endpoint'].some((member) => Object.hasOwn(value, member));
}
