import type { FileContents } from './file-shape.js';
import { within, type Reading } from './reading.js';

type ClientEntry = NonNullable<FileContents['clients']>[number];
type Keyed = readonly [key: string, client: ClientEntry];

/** Clients are named or registered; each fits its own method and the profiles that it serves. */
export function checkClients(file: FileContents, profiles: readonly string[], reading: Reading): void {
  if (reading.gave('registration')) return checkRegistration(reading);
  if (!reading.gave('clients')) {
    const mend = 'Add clients: [ { client_id: …, redirect_uris: [ … ] } ], or registration: {} where the server offers RFC 7591.';
    return reading.missing('clients', 'codes and tokens are asked for by a client', mend, '');
  }
  const clients = keyed(file.clients ?? [], reading);
  checkNames(clients, reading);
  for (const entry of clients) {
    checkMethod(entry, reading);
    checkRedirectUris(entry, profiles, reading);
  }
  if (profiles.includes('challenge-code-token')) checkConfidential(clients, profiles, reading);
}

function checkRegistration(reading: Reading): void {
  if (reading.gave('clients')) {
    const words = { found: 'given beside clients', expected: 'clients are either named or registered', mend: 'Take one of the two away.' };
    reading.fault('registration', words);
  } else if (!reading.gave('issuer')) {
    reading.missing('issuer', 'where to register is discovered from it', 'Add issuer, or name clients instead of registration.', '');
  }
}

/** The clients that could be read, under the keys that they have in the file. */
function keyed(clients: readonly ClientEntry[], reading: Reading): readonly Keyed[] {
  const unread = new Set(reading.faults.map((fault) => fault.key));
  const keys: string[] = [];
  for (let index = 0; reading.gave(within('clients', index)); index++) {
    const key = within('clients', index);
    if (!unread.has(key) && !unread.has(`${key}.client_id`)) keys.push(key);
  }
  return clients.map((client, index) => [keys[index] ?? 'clients', client]);
}

function checkNames(clients: readonly Keyed[], reading: Reading): void {
  const seen = new Map<string, string>();
  for (const [key, { client_id }] of clients) {
    const first = seen.get(client_id);
    if (first === undefined) {
      seen.set(client_id, key);
    } else {
      const found = `the same as that of ${first}`;
      reading.fault(`${key}.client_id`, { found, expected: 'each entry is a client of its own', mend: 'Keep one of the two.' });
    }
  }
}

const ADD_SECRET = 'Add client_secret: "${NAME}", with NAME set in the environment.';

function checkMethod([key, { token_endpoint_auth_method: method }]: Keyed, reading: Reading): void {
  const secret = `${key}.client_secret`;
  if (method === 'none' && reading.gave(secret)) {
    const expected = 'a client whose token_endpoint_auth_method is none has no secret';
    reading.fault(secret, { found: 'given', expected, mend: 'Take it away, or name client_secret_basic or client_secret_post.' });
  }
  const file = `${key}.private_key_file`;
  if (method === 'private_key_jwt') {
    if (!reading.gave(file)) reading.missing(file, 'private_key_jwt needs it', 'Add private_key_file: ./key.pem, a PEM or JWK.', key);
    if (reading.gave(secret)) {
      const expected = 'a client whose token_endpoint_auth_method is private_key_jwt has no secret';
      reading.fault(secret, { found: 'given', expected, mend: 'Take it away, or name client_secret_basic or client_secret_post.' });
    }
    return;
  }
  if (method !== undefined && reading.gave(file)) {
    const expected = `a client whose token_endpoint_auth_method is ${method} signs nothing`;
    reading.fault(file, { found: 'given', expected, mend: 'Take it away, or name private_key_jwt.' });
  }
  if (method === undefined && reading.gave(file) && reading.gave(secret)) {
    const expected = 'a client authenticates with a secret or with a key';
    reading.fault(file, { found: 'given beside client_secret', expected, mend: 'Take one of the two away.' });
  }
  if (method !== undefined && method !== 'none' && !reading.gave(secret)) reading.missing(secret, `${method} needs it`, ADD_SECRET, key);
}

function checkRedirectUris([key]: Keyed, profiles: readonly string[], reading: Reading): void {
  if (reading.gave(`${key}.redirect_uris`) || !profiles.some(asksForCodes)) return;
  const mend = 'Add redirect_uris: [ http://127.0.0.1:9876/callback ], as registered.';
  reading.missing(`${key}.redirect_uris`, 'an authorization code is sent to a redirect URI', mend, key);
}

/** A Challenge Code Token is asked for with a client secret, always; public clients may serve the other profiles. */
function checkConfidential(clients: readonly Keyed[], profiles: readonly string[], reading: Reading): void {
  const withoutSecret = clients.filter(([key]) => !reading.gave(`${key}.client_secret`));
  const served = profiles.some(asksForCodes) ? withoutSecret.length < clients.length : withoutSecret.length === 0;
  const [first] = withoutSecret;
  if (served || first === undefined) return;
  const key = first[0];
  if (reading.faults.some((fault) => fault.key === `${key}.client_secret`)) return;
  reading.missing(`${key}.client_secret`, 'the profile challenge-code-token needs confidential clients', ADD_SECRET, key);
}

function asksForCodes(profile: string): boolean {
  return profile !== 'challenge-code-token';
}
