import { mutant } from '../../../authorization-server/mutant.js';

export default mutant({
  fault: 'A code is redeemed for whoever brings it',
  breaks: ['rfc6749/4.1.3/code-client-binding'],
  replace: { codeBelongsTo: () => true },
});
