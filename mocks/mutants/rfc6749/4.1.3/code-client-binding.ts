import { mutant } from '../../../authorization-server/mutant.js';

export default mutant({
  fault: 'A code is redeemed for whoever brings it',
  breaks: ['rfc6749/4.1.3/code-client-binding', 'rfc6749/4.1.3/right-verifier-wrong-client'],
  because: 'The second is the same check, told of the verifier',
  replace: { codeBelongsTo: () => true },
});
