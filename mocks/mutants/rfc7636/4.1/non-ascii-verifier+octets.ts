import { mutant } from '../../../authorization-server/mutant.js';
import { hash } from 'node:crypto';

const octets = (encoded: string): string =>
  encoded.replaceAll('+', ' ').replace(/%([0-9a-f]{2})/gi, (_, hex: string) => String.fromCharCode(parseInt(hex, 16)));

export default mutant({
  fault: 'A verifier is whatever octets came, and is hashed as they stand',
  breaks: ['rfc7636/4.1/non-ascii-verifier', 'rfc7636/4.1/illegal-verifier-characters', 'rfc7636/4.1/control-character-in-verifier'],
  because: 'What is no ASCII is not all that a verifier cannot hold',
  replace: (correct) => ({
    decode: (encoded, name) => (name === 'code_verifier' ? octets(encoded) : correct.decode(encoded, name)),
    verifierWellFormed: (verifier) => verifier.length >= 43 && verifier.length <= 128,
    transform: (verifier, method, client_id) =>
      method === 'S256' ? hash('sha256', Buffer.from(verifier, 'latin1'), 'base64url') : correct.transform(verifier, method, client_id),
  }),
});
