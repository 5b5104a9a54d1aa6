import { mutant } from '../../../authorization-server/mutant.js';

export default mutant({
  fault: 'The lifetime of a reference is written as a string',
  breaks: ['rfc9126/2.2/successful-push-response'],
  replace: { pushExpiresInMember: (lifetime) => String(lifetime) },
});
