import { mutant } from '../../../authorization-server/mutant.js';

export default mutant({
  fault: 'The lifetime of a reference is an instant with a fraction',
  breaks: ['rfc9126/2.2/successful-push-response'],
  replace: { pushExpiresInMember: (lifetime) => Date.now() / 1000 + lifetime },
});
