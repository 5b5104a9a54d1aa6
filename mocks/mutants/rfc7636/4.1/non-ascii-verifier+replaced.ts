import { mutant } from '../../../authorization-server/mutant.js';

const octets = (encoded: string): string =>
  encoded.replaceAll('+', ' ').replace(/%([0-9a-f]{2})/gi, (_, hex: string) => String.fromCharCode(parseInt(hex, 16)));

export default mutant({
  fault: 'Octets that are no text become replacement characters, which any verifier may hold',
  breaks: ['rfc7636/4.1/non-ascii-verifier'],
  replace: (correct) => ({
    decode: (encoded, name) =>
      name === 'code_verifier' ? Buffer.from(octets(encoded), 'latin1').toString('utf8') : correct.decode(encoded, name),
    verifierWellFormed: (verifier) => correct.verifierWellFormed(verifier.replaceAll('\ufffd', '-')),
  }),
});
