import { mutant } from '../../../authorization-server/mutant.js';

const octets = (encoded: string): string =>
  encoded.replaceAll('+', ' ').replace(/%([0-9a-f]{2})/gi, (_, hex: string) => String.fromCharCode(parseInt(hex, 16)));

export default mutant({
  fault: 'A verifier is read as Latin-1 and hashed as UTF-8',
  breaks: ['rfc7636/4.1/non-ascii-verifier'],
  replace: (correct) => ({
    decode: (encoded, name) => (name === 'code_verifier' ? octets(encoded) : correct.decode(encoded, name)),
    verifierWellFormed: (verifier) => correct.verifierWellFormed(verifier.replace(/[\x80-\xff]/g, '-')),
  }),
});
