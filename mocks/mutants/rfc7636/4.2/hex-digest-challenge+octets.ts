import { mutant } from '../../../authorization-server/mutant.js';

const octets = (encoded: string): string => encoded.replace(/%([0-9a-f]{2})/gi, (_, hex: string) => String.fromCharCode(parseInt(hex, 16)));

export default mutant({
  fault: 'The octets of the digest pass for a challenge as they are',
  breaks: ['rfc7636/4.2/hex-digest-challenge'],
  replace: (correct) => ({
    decode: (encoded, name) =>
      name === 'code_challenge' ? (correct.decode(encoded, name) ?? octets(encoded)) : correct.decode(encoded, name),
    challengeWellFormed: () => true,
    proves: (derived, challenge, verifier, method) =>
      correct.proves(derived, challenge, verifier, method) || Buffer.from(challenge, 'latin1').toString('base64url') === derived,
  }),
});
