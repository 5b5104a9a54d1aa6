import type { Client } from '../client.js';
import type { EndpointName } from './form.js';

/** What the server says of itself, and to scripts of other origins: RFC 8414, OpenID Connect Discovery; RFC 9700 §2.6. */
export interface MetadataPolicy {
  /** The members of a metadata document, from those that are true. */
  readonly metadataMembers: (
    members: Readonly<Record<string, unknown>>,
    document: 'oauth-authorization-server' | 'openid-configuration',
  ) => Readonly<Record<string, unknown>>;
  readonly metadataStatus: number;
  readonly metadataContentType: string;
  /** The CORS header fields of an endpoint, for a request that names an Origin. */
  readonly corsHeaders: (at: EndpointName, origin: string) => Readonly<Record<string, string>>;
  /** Whether a client may register this redirect URI (RFC 9700 §2.6, RFC 8252 §7). */
  readonly mayRegister: (redirectUri: string, applicationType: Client['application_type']) => boolean;
}

export const metadata: MetadataPolicy = {
  metadataMembers: (members) => members,
  metadataStatus: 200,
  metadataContentType: 'application/json',
  corsHeaders: (at) => (at === 'authorization' || at === 'challenge-code-token' ? noHeaders : { 'access-control-allow-origin': '*' }),
  mayRegister: (redirectUri, applicationType) => {
    if (redirectUri.includes('#') || !URL.canParse(redirectUri)) return false;
    const { protocol, hostname, username, password } = new URL(redirectUri);
    if (username !== '' || password !== '') return false;
    if (protocol === 'https:') return true;
    if (protocol === 'http:') return ['127.0.0.1', '[::1]', 'localhost'].includes(hostname);
    return applicationType === 'native' && protocol.includes('.');
  },
};

const noHeaders: Readonly<Record<string, string>> = {};
