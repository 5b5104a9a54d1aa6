import type { JsonObject } from '../protocol/json.js';
import { NothingToJudge, Violation } from './findings.js';

/** A metadata document and the number of the exchange that brought it. */
interface FoundDocument {
  readonly document: JsonObject;
  readonly n: number;
}

/**
 * RFC 9700 §2.1.1: a client can read in one of the metadata documents that the server does PKCE. Where the target file says
 * that PKCE is required, its clients have been told another way, which is as good.
 */
export function saysHowPkceIsSupported(found: readonly FoundDocument[], { require_pkce }: { readonly require_pkce?: boolean }): void {
  const said = found.map(({ document, n }) => ({ methods: document['code_challenge_methods_supported'], n }));
  // Whether it is a list, as it has to be, is a rule of its own.
  if (said.some(({ methods }) => [methods].flat().some((method) => typeof method === 'string' && method !== ''))) return;
  const [first] = said;
  if (first === undefined) throw new NothingToJudge('the server has no metadata document');
  const denied = said.find(({ methods }) => methods !== undefined);
  if (denied === undefined && require_pkce === true)
    throw new NothingToJudge('the metadata says nothing of PKCE; the target file says that its clients know PKCE to be required');
  throw new Violation(
    'code_challenge_methods_supported with at least one method',
    `metadata in which it is ${denied === undefined ? 'absent' : JSON.stringify(denied.methods)}`,
    { exchanges: [(denied ?? first).n] },
  );
}
