import { mutant } from '../../../authorization-server/mutant.js';

export default mutant({
  fault: 'A request with a verifier is refused, whatever the verifier',
  breaks: ['rfc7636/4.6/matching-verifier'],
  replace: { verifierWellFormed: () => false },
});
