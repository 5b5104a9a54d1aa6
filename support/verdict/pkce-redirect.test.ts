import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { NothingToJudge, Violation } from './findings.js';
import { carriesNoPkceParameter, explainsItself } from './pkce-redirect.js';

describe('a refusal explains itself', () => {
  for (const query of [
    'error=invalid_request&error_description=no+such+method',
    'error=invalid_request&error_uri=https://as.example/help',
  ]) {
    test(query, () => assert.doesNotThrow(() => explainsItself(new URLSearchParams(query))));
  }
  for (const query of ['error=invalid_request', 'error=invalid_request&error_description=', 'error=invalid_request&error_uri=+&state=x']) {
    test(`not by ${query}`, () => assert.throws(() => explainsItself(new URLSearchParams(query)), Violation));
  }
});

const code = { challenge: 'E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM', verifier: 'dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk' };
const answered = (rest: string, kept: typeof code | undefined = code): Parameters<typeof carriesNoPkceParameter>[0] => ({
  landing: { kind: 'redirect-uri', url: `https://client.example/callback${rest}` },
  exchange: { n: 1 },
  ...(kept === undefined ? {} : { code: kept }),
});

describe('a redirect carries no PKCE parameter', () => {
  for (const rest of ['?code=SplxlOBeZQQYbYS6WxSbIA&state=x&iss=https://as.example', '?error=invalid_request', '', '#']) {
    test(`"${rest}"`, () => assert.doesNotThrow(() => carriesNoPkceParameter(answered(rest))));
  }
  for (const rest of [
    '?code=x&code_challenge=y',
    '?code=x&code_challenge_method=S256',
    '?error=invalid_request&CODE_VERIFIER=y',
    '#code=x&code_challenge=y',
    `?code=x&hint=v1.${code.challenge}`,
    `#hint=${code.verifier}`,
  ]) {
    test(`unlike "${rest}"`, () => assert.throws(() => carriesNoPkceParameter(answered(rest)), Violation));
  }
  test('where no code came, its names are looked for all the same', () =>
    assert.throws(() => carriesNoPkceParameter(answered('?error=invalid_request&code_challenge_method=S512', undefined)), Violation));
  test('a page is no redirect', () =>
    assert.throws(() => carriesNoPkceParameter({ landing: { kind: 'page' }, exchange: { n: 1 } }), NothingToJudge));
});
