import { readFileSync } from 'node:fs';
import { getCACertificates } from 'node:tls';

/** The certificates to trust: those of the platform and, beside them, the file's. Throws one plain sentence where the file holds none. */
export function trusted(caFile: string | undefined): string[] | undefined {
  if (caFile === undefined) return undefined;
  const added = readFileSync(caFile, 'utf8').match(/-----BEGIN CERTIFICATE-----[^-]+-----END CERTIFICATE-----/g);
  if (added === null) throw new Error(`ca_file ${caFile} holds no certificate: expected PEM, with a line "-----BEGIN CERTIFICATE-----"`);
  return [...getCACertificates('default'), ...added];
}
