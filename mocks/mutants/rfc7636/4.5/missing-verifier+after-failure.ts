import { mutant } from '../../../authorization-server/mutant.js';

export default mutant({
  fault: 'A challenge is taken off its code to be checked, and not put back when the check fails',
  breaks: ['rfc7636/4.5/missing-verifier'],
  replace: { afterFailedVerifier: 'unbound' },
});
