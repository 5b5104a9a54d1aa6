import { mutant } from '../../../authorization-server/mutant.js';

export default mutant({
  fault: 'The lifetime stands in quotation marks',
  breaks: ['rfc6749/5.1/expires-in-is-a-number'],
  replace: { expiresInMember: (lifetime) => String(lifetime) },
});
