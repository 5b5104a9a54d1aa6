import { mutant } from '../../../authorization-server/mutant.js';

export default mutant({
  fault: 'A refresh needs a verifier as well',
  breaks: ['rfc7636/4.5/refresh-without-verifier'],
  replace: { refreshNeedsVerifier: true },
});
