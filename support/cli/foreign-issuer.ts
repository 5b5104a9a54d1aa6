import { printable } from '../../reports/terminal.js';
import type { Discovery } from '../discovery/discover.js';
import { quoted } from '../target/fault.js';
import type { Places } from '../target/places.js';
import { UsageError } from './usage-error.js';

/** What is wrong with metadata that names another issuer than the one asked, and what to do about it. RFC 8414 §3.3. */
export function foreignIssuer({ said, onlySlash }: NonNullable<Discovery['mismatch']>): {
  /** Completes "the metadata …". */
  readonly said: string;
  readonly cause: string;
  readonly mend: string;
} {
  return {
    said: said === '' ? 'names no issuer' : `is that of the issuer ${quoted(said)}`,
    cause: onlySlash
      ? 'the issuer differs from that of the metadata by the slash at its end'
      : 'the metadata is for another issuer, and a client has to refuse it (RFC 8414 §3.3)',
    mend:
      said === ''
        ? 'Have the server name its issuer; without it write endpoints and leave issuer out.'
        : `Write issuer: ${said}, or have the server say what it is called.`,
  };
}

/** Throws UsageError where any of these members lies elsewhere in metadata of another issuer: no secret is sent there on its word. */
export function refuseForeign(members: readonly string[], discovery: Discovery | undefined, places: Places): void {
  const foreign = discovery?.unusable.filter((one) => one.foreign && members.includes(one.member)) ?? [];
  if (discovery?.mismatch === undefined || foreign.length === 0) return;
  const { said, cause, mend } = foreignIssuer(discovery.mismatch);
  throw new UsageError(
    [
      `${places.line('issuer')}: the metadata at ${discovery.url ?? ''} ${said}, and ${discovery.mismatch.asked} was asked for: ${cause}.`,
      ...foreign.map(({ member, text }) => `Its ${member} is ${text}: nothing was sent there.`),
      `${printable(mend, 500)} Or name under endpoints where the server is to be asked.`,
    ].join('\n'),
    3,
  );
}
