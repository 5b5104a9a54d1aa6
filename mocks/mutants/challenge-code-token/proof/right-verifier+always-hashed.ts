import { mutant } from '../../../authorization-server/mutant.js';

export default mutant({
  fault: 'The verifier of a plain token is hashed as well',
  breaks: ['challenge-code-token/proof/right-verifier', 'challenge-code-token/request/method-defaults-to-plain'],
  because: 'What is sent without a method is plain',
  replace: ({ transform }) => ({ transform: (verifier, _method, client_id) => transform(verifier, 'S256', client_id) }),
});
