import { mutant } from '../../../authorization-server/mutant.js';

export default mutant({
  fault: 'A plain challenge is compared up to its 72nd character',
  breaks: ['rfc7636/4.6/verifier-one-character-off', 'rfc7636/4.6/plain-compared-whole'],
  because: 'A change behind that character is not seen, whoever looks for it',
  replace: (correct) => ({
    proves: (derived, challenge, verifier, method) =>
      correct.proves(derived, challenge, verifier, method) ||
      (method === 'plain' && derived.slice(0, 72) === challenge.slice(0, 72) && derived.length === challenge.length),
  }),
});
