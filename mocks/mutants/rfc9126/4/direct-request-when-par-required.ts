import { mutant } from '../../../authorization-server/mutant.js';

export default mutant({
  fault: 'A client that has to push is not held to it',
  breaks: ['rfc9126/4/direct-request-when-par-required'],
  replace: { pushRequired: () => false },
});
