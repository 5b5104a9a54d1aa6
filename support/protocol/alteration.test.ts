import assert from 'node:assert/strict';
import { test } from 'node:test';
import { differsHoweverWritten } from './alteration.js';
import { alterChallenge, challengeDefect, CHALLENGE_ALTERATIONS, newVerifierForAlteredChallenge } from './challenge-alterations.js';
import { s256, verifies } from './code-challenge.js';
import { newCodeVerifier } from './code-verifier.js';
import { decodedText, serialise } from './form.js';
import { alterVerifier, VERIFIER_ALTERATIONS } from './verifier-alterations.js';
import { encodeVerifier, VERIFIER_ENCODINGS } from './verifier-encodings.js';
import { APPENDIX_B } from './vectors.js';

const COUNTS: Readonly<Record<string, number>> = { 'another verifier of <n> characters': 43, 'lengthened to <n> characters': 64 };

for (const phrase of VERIFIER_ALTERATIONS) {
  test(`a verifier ${phrase}: never the verifier, whatever verifier is drawn`, () => {
    for (let round = 0; round < 200; round += 1) {
      const verifier = newCodeVerifier(round % 2 === 0 ? 64 : 128);
      const challenge = s256(verifier);
      const altered = decodedText(alterVerifier(withCount(phrase))(verifier, challenge));
      assert.notEqual(altered, verifier);
      assert.equal(verifies(altered, 'S256', challenge), false);
    }
  });
}

for (const phrase of CHALLENGE_ALTERATIONS) {
  test(`a challenge ${phrase}: never the challenge, whatever verifier is drawn`, () => {
    for (let round = 0; round < 200; round += 1) {
      const verifier = newVerifierForAlteredChallenge(withCount(phrase));
      assert.equal(verifies(verifier, 'S256', decodedText(alterChallenge(withCount(phrase))(verifier))), false);
    }
  });
}

for (const phrase of VERIFIER_ENCODINGS) {
  test(`a verifier ${phrase}: the verifier still, once decoded`, () => {
    const verifier = newCodeVerifier();
    const written = encodeVerifier(phrase)(verifier);
    assert.equal(decodedText(written), verifier);
    assert.notEqual(serialise([['code_verifier', written]]), `code_verifier=${verifier}`);
  });
}

test('alterations of the published example are the known ones', () => {
  const { verifier, challenge } = APPENDIX_B;
  const altered = (phrase: string): unknown => alterChallenge(phrase)(verifier);
  assert.equal(altered('padded'), `${challenge}=`);
  assert.equal(altered('with spare bits set'), 'E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cN');
  assert.equal(altered('with the other spare bit set'), 'E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cO');
  assert.equal(altered('with both spare bits set'), 'E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cP');
  assert.equal(altered('as lower-case hex'), '13d31e961a1ad8ec2f16b10c4c982e0876a878ad6df144566ee1894acb70f9c3');
  assert.equal(altered('hashed twice'), 'DSmbHrVIcI0EU05-BQxCe1bt-hXRNjejSEvdYbq_g4Q');
  assert.equal(altered('hashed from the decoded octets'), '38v3YOi6zQgk1xkqk6Y5dvSDoBHqZrTh3mmWHxxWvyk');
  assert.equal(altered('hashed with a line feed'), 'AzV44Od887h21WZgjhInEFjKMEPzzLOPAksJ5Pf1eoc');
  assert.equal(altered('cut to 20 characters'), challenge.slice(0, 20));
  assert.equal(alterVerifier('cut to its first 43 characters')(`${verifier}~`), verifier);
  assert.equal(alterVerifier('its challenge')(verifier, challenge), challenge);
  assert.equal(alterVerifier('with KELVIN SIGN for K')(verifier), verifier.replace('K', '\u212a'));
});

test('the standard alphabet is only asked of a challenge that it changes', () => {
  const { verifier, challenge } = {
    verifier: 'conformance-vector-both-alphabet-0000000000000001.~.~.~.~.~.',
    challenge: 'g+s0+6VDh621s/WfRsHMnTqvpPOh3NVZozN4Zej6thg',
  };
  assert.equal(alterChallenge('in the standard alphabet')(verifier), challenge);
  assert.match(s256(newVerifierForAlteredChallenge('in the standard alphabet')), /(?=.*-)(?=.*_)/);
});

test('an unknown phrase is refused with the nearest known one', () => {
  assert.throws(() => alterVerifier('reverse'), /no alteration is called "reverse"; the nearest is "reversed"/);
  assert.throws(() => alterVerifier('with charakter 3 changed'), /the nearest is "with character <n> changed"/);
  assert.throws(() => alterChallenge('paded'), /the nearest is "padded"/);
  assert.throws(() => encodeVerifier('with its tilda percent-encoded'), /the nearest is "with its tilde percent-encoded"/);
  assert.throws(() => alterVerifier('constructor'), RangeError);
  assert.throws(() => alterVerifier('__proto__'), RangeError);
});

test('an alteration that would leave the value as it was is refused', () => {
  assert.throws(() => alterVerifier('in lower case')('a'.repeat(43)), /leaves "a+" what it was/);
  assert.throws(() => alterVerifier('cut to its first 43 characters')(APPENDIX_B.verifier), /leaves/);
  assert.throws(() => alterVerifier('with KELVIN SIGN for K')('a'.repeat(43)), /leaves/);
  assert.throws(() => alterVerifier('with character 44 changed')(APPENDIX_B.verifier), /there is no character 44 in 43/);
  assert.throws(() => alterChallenge('with character 43 changed')(APPENDIX_B.verifier), /spare bits/);
});

test('two writings of one value do not differ', () => {
  const { challenge } = APPENDIX_B;
  assert.equal(differsHoweverWritten(challenge, `${challenge}=`), false);
  assert.equal(differsHoweverWritten(challenge, 'E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cO'), false);
  assert.equal(differsHoweverWritten(challenge, challenge.toUpperCase()), false);
  assert.equal(differsHoweverWritten(challenge, Buffer.from(challenge, 'base64url').toString('base64')), false);
  assert.equal(differsHoweverWritten(challenge, Buffer.from(challenge, 'base64url').toString('hex').toUpperCase()), false);
  assert.equal(differsHoweverWritten(challenge, `q${challenge.slice(1)}`), true);
});

test('the defect of a challenge is told by the alteration that yields it', () => {
  const verifier = newVerifierForAlteredChallenge('in the standard alphabet');
  for (const phrase of [
    'padded',
    'as lower-case hex',
    'in the standard alphabet',
    'hashed twice',
    'the verifier itself',
    'hashed from the decoded octets',
  ]) {
    assert.equal(challengeDefect(verifier, decodedText(alterChallenge(phrase)(verifier))), phrase);
  }
  assert.equal(challengeDefect(verifier, s256(verifier)), undefined);
  assert.equal(challengeDefect(verifier, s256('another')), undefined);
});

function withCount(phrase: string): string {
  return phrase.replace('<n>', String(COUNTS[phrase] ?? 20));
}
