import type { Discovery } from '../discovery/discover.js';

/** What came of discovery, as the end of a sentence about what is missing. */
export function discoveryTold(discovery: Discovery | undefined): string {
  if (discovery === undefined) return 'no issuer is named from which it could be discovered.';
  if (discovery.document !== undefined) return `the metadata at ${discovery.url ?? ''} does not name it.`;
  return `no metadata was found. Tried ${discovery.tried.map(({ url, outcome }) => `${url} (${outcome})`).join(', ')}.`;
}
