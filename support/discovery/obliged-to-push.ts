import type { AuthorizationServerMetadata } from '../protocol/metadata.js';
import type { Target } from '../target/target.js';

/** The target with every client held to push where the metadata obliges all of them, RFC 9126 §5. */
export function obligedToPush(target: Target, metadata: AuthorizationServerMetadata | undefined): Target {
  if (metadata?.require_pushed_authorization_requests !== true) return target;
  return { ...target, clients: target.clients.map((client) => ({ ...client, require_pushed_authorization_requests: true })) };
}
