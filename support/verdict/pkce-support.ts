import { isJsonObject, readJson } from '../protocol/json.js';
import { NothingToJudge, Violation } from './findings.js';
import type { Exchange } from '../wire/exchange.js';

/**
 * RFC 9700 §2.1.1: a client can read in the metadata that the server does PKCE. Where the target file says that PKCE is
 * required, its clients have been told another way, which is as good.
 */
export function saysHowPkceIsSupported({ n, outcome }: Exchange, { require_pkce }: { readonly require_pkce?: boolean }): void {
  const document = outcome.kind === 'answer' ? readJson(outcome.body) : undefined;
  const methods = isJsonObject(document) ? document['code_challenge_methods_supported'] : undefined;
  if (Array.isArray(methods) && methods.some((method) => typeof method === 'string' && method !== '')) return;
  if (methods === undefined && require_pkce === true)
    throw new NothingToJudge('the metadata says nothing of PKCE; the target file says that its clients know PKCE to be required');
  throw new Violation(
    'code_challenge_methods_supported with at least one method',
    `metadata in which it is ${methods === undefined ? 'absent' : JSON.stringify(methods)}`,
    { exchanges: [n] },
  );
}
