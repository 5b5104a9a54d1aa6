import { mutant } from '../../../authorization-server/mutant.js';

export default mutant({
  fault: 'A plain challenge and its verifier may begin alike',
  breaks: ['rfc7636/4.6/truncated-or-extended-verifier', 'rfc7636/4.6/plain-compared-whole'],
  because: 'The first half of a verifier is then the verifier',
  replace: (correct) => ({
    proves: (derived, challenge, verifier, method) =>
      correct.proves(derived, challenge, verifier, method) ||
      (method === 'plain' && (derived.startsWith(challenge) || challenge.startsWith(derived))),
  }),
});
