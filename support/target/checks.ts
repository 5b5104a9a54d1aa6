import { checkClients } from './client-checks.js';
import type { FileContents } from './file-shape.js';
import { asksForOpenid } from './profiles.js';
import type { Reading } from './reading.js';
import type { Endpoints } from './target.js';
import { isPlainHttpAbroad, urlRules } from './urls.js';

/** Holds the keys of a file against one another, once each has been read by itself. */
export function checkWhole(file: FileContents, profiles: readonly string[], reading: Reading): void {
  checkTransport(file, reading);
  checkServer(profiles, reading);
  checkClients(file, profiles, reading);
  checkScope(file, profiles, reading);
  checkLogin(file, reading);
  checkProof(file, profiles, reading);
  checkResponseMode(file, reading);
}

function checkTransport(file: FileContents, reading: Reading): void {
  if (file.insecure_http === true) return;
  const mend = 'For a server on this machine use http://127.0.0.1 or http://localhost; elsewhere say insecure_http: true.';
  for (const { key, url, use, found } of reading.urls) {
    if (isPlainHttpAbroad(url)) reading.fault(key, { found, expected: urlRules[use].expected, mend });
  }
}

/** Where the server is: discovered from its issuer, or told. */
function checkServer(profiles: readonly string[], reading: Reading): void {
  if (reading.gave('issuer')) return;
  const needed = new Set(profiles.flatMap((profile) => endpointsFor(profile, reading)));
  const missing = [...needed].filter((name) => !reading.gave(`endpoints.${name}`)).toSorted();
  if (missing.length === 0) return;
  const named = missing.map((name) => `endpoints.${name}`).join(' and ');
  if (reading.gave('endpoints')) {
    reading.missing(named, 'without an issuer nothing can be discovered', `Add ${named}, or an issuer.`, 'endpoints');
  } else {
    reading.missing('issuer', 'it says which server to judge', `Add issuer: https://as.example.com, or ${named}.`, '');
  }
}

/** A document's own endpoint defaults to the token endpoint. */
function endpointsFor(profile: string, reading: Reading): readonly (keyof Endpoints)[] {
  switch (profile) {
    case 'challenge-code-token':
      return [reading.gave('endpoints.challenge_code_token') ? 'challenge_code_token' : 'token'];
    case 'pkce-access-token':
      return ['authorization', reading.gave('endpoints.pkce_access_token') ? 'pkce_access_token' : 'token'];
    default:
      return ['authorization', 'token'];
  }
}

/** Without openid in the scope there is no OpenID request to judge; where no scope is given, openid is asked for. */
function checkScope(file: FileContents, profiles: readonly string[], reading: Reading): void {
  const asked = [file.scope, ...(file.clients ?? []).map((client) => client.scope)].filter((scope) => scope !== undefined);
  if (!profiles.includes('oidc') || asked.length === 0 || asked.some(asksForOpenid)) return;
  const key = file.scope === undefined ? 'clients' : 'scope';
  reading.fault(key, {
    found: 'without openid',
    expected: 'the profile oidc asks for openid',
    mend: 'Add openid to the scope, or leave the profile out.',
  });
}

function checkLogin(file: FileContents, reading: Reading): void {
  const { driver, module } = file.login ?? {};
  if (driver === 'module' && !reading.gave('login.module')) {
    reading.missing('login.module', 'the driver module needs it', 'Add module: ./login.mjs, or choose another driver.', 'login');
  }
  if (module !== undefined && driver !== undefined && driver !== 'module') {
    const expected = `the driver ${driver} runs no module`;
    reading.fault('login.module', { found: 'given', expected, mend: 'Take it away, or say driver: module.' });
  }
}

function checkProof(file: FileContents, profiles: readonly string[], reading: Reading): void {
  if (file.proof === undefined || !profiles.includes('challenge-code-token')) return;
  if (reading.gave('proof.url') || reading.gave('endpoints.protected_resource')) return;
  const mend = 'Add url: https://…, or endpoints.protected_resource.';
  reading.missing('proof.url', 'it says where a Challenge Code Token is used', mend, 'proof');
}

/** Codes are read off the query of the redirect: in another mode none would be seen, and every rule be inconclusive. */
function checkResponseMode(file: FileContents, reading: Reading): void {
  const mode = file.authorization_parameters?.['response_mode'];
  if (mode === undefined || mode === 'query') return;
  const words = { found: 'another than query', expected: 'the suite reads codes off the query of the redirect', mend: 'Take it away.' };
  reading.fault('authorization_parameters.response_mode', words);
}
