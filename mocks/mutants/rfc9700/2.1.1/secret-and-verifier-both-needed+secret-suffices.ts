import { mutant } from '../../../authorization-server/mutant.js';

export default mutant({
  fault: 'Whoever authenticates need not show the right verifier',
  breaks: ['rfc9700/2.1.1/secret-and-verifier-both-needed'],
  because: 'Each rule about verifiers is judged for confidential clients as well',
  replace: (correct) => ({ needsVerifier: (facts) => !facts.authenticated && correct.needsVerifier(facts) }),
});
