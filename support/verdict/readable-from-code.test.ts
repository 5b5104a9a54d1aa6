import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { brotliCompressSync, deflateRawSync, deflateSync, gzipSync } from 'node:zlib';
import { Violation } from './findings.js';
import { notReadableFromCode } from './readable-from-code.js';

const challenge = 'E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM';
const json = JSON.stringify({ id: 17, code_challenge: challenge });
const base64url = (octets: string | Uint8Array): string => Buffer.from(octets).toString('base64url');

const readable: Readonly<Record<string, string>> = {
  'as it stands': `v1.${challenge}.x`,
  'percent-encoded throughout': Array.from(challenge, (character) => `%${character.charCodeAt(0).toString(16)}`).join(''),
  'as base64url of JSON': base64url(json),
  'as base64 of JSON': Buffer.from(json).toString('base64'),
  'as hex': Buffer.from(json).toString('hex'),
  'as hex behind a prefix': `code_${Buffer.from(challenge).toString('hex')}`,
  'as the payload of a JWT': `${base64url('{"alg":"HS256"}')}.${base64url(json)}.${base64url('signature-of-thirty-two-octets---')}`,
  'under gzip': base64url(gzipSync(json)),
  'under zlib': base64url(deflateSync(json)),
  'under raw deflate': base64url(deflateRawSync(json)),
  'under brotli': base64url(brotliCompressSync(json)),
  'under gzip and twice base64url': base64url(base64url(gzipSync(json))),
};

describe('a challenge can be read from a code', () => {
  for (const [how, code] of Object.entries(readable)) {
    test(how, () => assert.throws(() => notReadableFromCode(code, { challenge }), Violation));
  }
});

describe('nothing can be read from', () => {
  for (const [what, code] of Object.entries({
    'a random code': 'SplxlOBeZQQYbYS6WxSbIA8aoK1t8URWbuGJSstw-cM',
    'a signed code without the challenge': `${base64url('{"alg":"HS256"}')}.${base64url('{"jti":"SplxlOBeZQQYbYS6WxSbIA"}')}.x`,
    'a code with half of the challenge': challenge.slice(0, 21),
    'a code that is no text': base64url(gzipSync(Buffer.alloc(1_000_000))),
    'an empty code': '',
  })) {
    test(what, () => assert.doesNotThrow(() => notReadableFromCode(code, { challenge, verifier: undefined })));
  }
});

test('the violation names the secret and never shows it', () => {
  assert.throws(
    () => notReadableFromCode(base64url(json), { challenge }),
    ({ message }: Error) => /the challenge once decoded/.test(message) && !message.includes(challenge),
  );
});
