import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { featureFiles } from '../catalogue/features.js';
import { packageRoot } from '../package-root.js';
import type { Digests, Run } from '../run/run.js';
import type { TargetDraft } from '../target/draft.js';

/** What the run was made of, as far as it can be said in digests. */
export function digests({ target }: Pick<Run, 'target'>, known: Pick<Digests, 'target' | 'metadata'>): Digests {
  return {
    features: featuresDigest(),
    ...(known.target === undefined ? {} : { target: known.target }),
    endpoints: digestOf(target.endpoints),
    ...(known.metadata === undefined ? {} : { metadata: known.metadata }),
  };
}

/** Every digest is SHA-256, in hexadecimal. */
export function featuresDigest(): string {
  return digestOf(featureFiles().map((file) => [file, readFileSync(join(packageRoot, file), 'utf8').replaceAll('\r\n', '\n')]));
}

/**
 * Of what a target file says, defaults put in. Its secrets are left out, and paths to files, which differ from machine to machine:
 * a digest over a password that a person chose would give it away to whoever tries a list of them.
 */
export function targetDigest(draft: TargetDraft): string {
  const { ca_file: _file, clients, login, registration, ...rest } = draft;
  return digestOf({
    ...rest,
    clients: clients.map(
      ({ client_secret: _secret, registration_access_token: _token, private_key: _key, private_key_file: _keyFile, ...client }) => client,
    ),
    login: { driver: login.driver, username: login.username, selectors: login.selectors },
    registration: registration !== undefined,
  });
}

/** Of a value of JSON, written as RFC 8785 has it: members in the order of their names, no blanks. */
export function digestOf(value: unknown): string {
  return createHash('sha256').update(canonical(value)).digest('hex');
}

function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map((item: unknown) => canonical(item ?? null)).join(',')}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  const members = Object.entries(value)
    .filter(([, member]) => member !== undefined)
    .sort(([a], [b]) => (a < b ? -1 : 1));
  return `{${members.map(([name, member]) => `${JSON.stringify(name)}:${canonical(member)}`).join(',')}}`;
}
