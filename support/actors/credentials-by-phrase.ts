import { resolvePhrase } from '../protocol/phrase.js';
import type { RegisteredClient } from '../target/target.js';
import { patternOf } from './alterations.js';
import type { Change } from './changes.js';
import { byBasicAlone, byUnencodedBasic, unauthenticated, withSecretInBody, withWrongPassword } from './client-credentials.js';
import { randomValue } from './random-value.js';

/** What a client sends of itself instead of its own credentials. */
export type CredentialsOf = (client: RegisteredClient) => Change;

const phrases: Readonly<Record<string, CredentialsOf>> = {
  'without its secret': () => unauthenticated(),
  'with a wrong secret': withWrongPassword,
  'with an empty secret in the body': () => withSecretInBody(''),
  'with Basic credentials that are not encoded': byUnencodedBasic,
  'with Basic credentials and a wrong password': ({ client_id }) => byBasicAlone(client_id, randomValue()),
  'with Basic credentials and an empty password': ({ client_id }) => byBasicAlone(client_id, ''),
  'with Basic credentials under a name that nobody registered': () => byBasicAlone(randomValue(), randomValue()),
};

export const credentialsPattern = patternOf(Object.keys(phrases));

/** @throws RangeError for a phrase that is not known. */
export function credentialsByPhrase(phrase: string): CredentialsOf {
  return resolvePhrase('credentials', phrase, phrases);
}
