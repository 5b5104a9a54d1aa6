import { quoted } from './fault.js';
import type { FileContents } from './file-shape.js';
import { within, type Reading } from './reading.js';
import { isPlainHttpAbroad, urlRules } from './urls.js';

/** Holds the keys of a file against one another, once each has been read by itself. */
export function checkWhole(file: FileContents, profiles: readonly string[], reading: Reading): void {
  checkTransport(file, reading);
  checkServer(file, profiles, reading);
  checkClients(file, profiles, reading);
  checkLogin(file, reading);
  checkProof(file, profiles, reading);
}

function checkTransport(file: FileContents, reading: Reading): void {
  if (file.insecure_http === true) return;
  for (const { key, url, use, found } of reading.urls) {
    if (!isPlainHttpAbroad(url)) continue;
    const mend = 'For a server on this machine use http://127.0.0.1 or http://localhost; elsewhere say insecure_http: true.';
    reading.fault(key, { found, expected: urlRules[use].expected, mend });
  }
}

/** Where the server is: discovered from its issuer, or told. A document's own endpoint defaults to the token endpoint. */
function checkServer(file: FileContents, profiles: readonly string[], reading: Reading): void {
  if (reading.gave('issuer')) return;
  const { endpoints = {} } = file;
  const ofDocument = { 'challenge-code-token': 'challenge_code_token', 'pkce-access-token': 'pkce_access_token' } as const;
  const needed = new Set<keyof typeof endpoints>();
  for (const profile of profiles) {
    const own = profile === 'challenge-code-token' || profile === 'pkce-access-token' ? ofDocument[profile] : 'token';
    if (endpoints[own] === undefined) needed.add('token');
    if (profile !== 'challenge-code-token') needed.add('authorization');
  }
  const missing = [...needed].filter((name) => !reading.gave(`endpoints.${name}`));
  if (missing.length === 0) return;
  const named = missing
    .toSorted()
    .map((name) => `endpoints.${name}`)
    .join(' and ');
  if (!reading.gave('endpoints')) {
    reading.fault(
      'issuer',
      { found: 'missing', expected: 'it says which server to judge', mend: `Add issuer: https://as.example.com, or ${named}.` },
      '',
    );
  } else {
    reading.fault(
      named,
      { found: 'missing', expected: 'without an issuer nothing can be discovered', mend: `Add ${named}, or an issuer.` },
      'endpoints',
    );
  }
}

function checkClients(file: FileContents, profiles: readonly string[], reading: Reading): void {
  if (reading.gave('registration')) {
    if (reading.gave('clients'))
      reading.fault('registration', {
        found: 'given beside clients',
        expected: 'clients are either named or registered',
        mend: 'Take one of the two away.',
      });
    else if (!reading.gave('issuer'))
      reading.fault(
        'issuer',
        {
          found: 'missing',
          expected: 'where to register is discovered from it',
          mend: 'Add issuer, or name clients instead of registration.',
        },
        '',
      );
    return;
  }
  if (!reading.gave('clients')) {
    const mend = 'Add clients: [ { client_id: …, redirect_uris: [ … ] } ], or registration: {} where the server offers RFC 7591.';
    reading.fault('clients', { found: 'missing', expected: 'codes and tokens are asked for by a client', mend }, '');
    return;
  }
  const seen = new Map<string, string>();
  for (const [index, client] of (file.clients ?? []).entries()) {
    const key = within('clients', index);
    const first = seen.get(client.client_id);
    if (first !== undefined) {
      reading.fault(`${key}.client_id`, {
        found: quoted(client.client_id),
        expected: `${first} has the same one`,
        mend: 'Each entry is a client of its own: keep one of the two.',
      });
    }
    seen.set(client.client_id, first ?? key);
    checkClient(client, key, profiles, reading);
  }
  checkConfidential(file, profiles, reading);
}

type ClientEntry = NonNullable<FileContents['clients']>[number];

function checkClient(client: ClientEntry, key: string, profiles: readonly string[], reading: Reading): void {
  const method = client.token_endpoint_auth_method;
  if (method === 'none' && reading.gave(`${key}.client_secret`)) {
    reading.fault(`${key}.client_secret`, {
      found: 'given',
      expected: 'a client whose token_endpoint_auth_method is none has no secret',
      mend: 'Take it away, or name client_secret_basic or client_secret_post.',
    });
  }
  if (method?.startsWith('client_secret') === true && !reading.gave(`${key}.client_secret`)) {
    reading.fault(
      `${key}.client_secret`,
      { found: 'missing', expected: `${method} needs it`, mend: 'Add client_secret: "${NAME}", with NAME set in the environment.' },
      key,
    );
  }
  if (!reading.gave(`${key}.redirect_uris`) && profiles.some(asksForCodes)) {
    reading.fault(
      `${key}.redirect_uris`,
      {
        found: 'missing',
        expected: 'an authorization code is sent to a redirect URI',
        mend: 'Add redirect_uris: [ http://127.0.0.1:9876/callback ], as registered.',
      },
      key,
    );
  }
}

/** A Challenge Code Token is asked for with a client secret, always. */
function checkConfidential(file: FileContents, profiles: readonly string[], reading: Reading): void {
  if (!profiles.includes('challenge-code-token') || file.clients === undefined) return;
  const publicOnes = file.clients.flatMap((client, index) =>
    reading.gave(`${within('clients', index)}.client_secret`) || client.client_secret !== undefined ? [] : [index],
  );
  const otherUse = profiles.some(asksForCodes);
  const faulty = otherUse && publicOnes.length < file.clients.length ? [] : publicOnes;
  for (const index of otherUse ? faulty.slice(0, 1) : faulty) {
    const key = within('clients', index);
    if (reading.faults.some((fault) => fault.key === `${key}.client_secret`)) continue;
    reading.fault(
      `${key}.client_secret`,
      {
        found: 'missing',
        expected: 'the profile challenge-code-token needs confidential clients',
        mend: 'Add client_secret: "${NAME}", with NAME set in the environment.',
      },
      key,
    );
  }
}

function asksForCodes(profile: string): boolean {
  return profile !== 'challenge-code-token';
}

function checkLogin(file: FileContents, reading: Reading): void {
  const { driver, module } = file.login ?? {};
  if (driver === 'module' && !reading.gave('login.module')) {
    reading.fault(
      'login.module',
      { found: 'missing', expected: 'the driver module needs it', mend: 'Add module: ./login.mjs, or choose another driver.' },
      'login',
    );
  }
  if (module !== undefined && driver !== undefined && driver !== 'module') {
    reading.fault('login.module', {
      found: quoted(module),
      expected: `the driver ${driver} runs no module`,
      mend: 'Take it away, or say driver: module.',
    });
  }
}

function checkProof(file: FileContents, profiles: readonly string[], reading: Reading): void {
  if (file.proof === undefined || !profiles.includes('challenge-code-token')) return;
  if (reading.gave('proof.url') || reading.gave('endpoints.protected_resource')) return;
  reading.fault(
    'proof.url',
    {
      found: 'missing',
      expected: 'it says where a Challenge Code Token is used',
      mend: 'Add url: https://…, or endpoints.protected_resource.',
    },
    'proof',
  );
}
