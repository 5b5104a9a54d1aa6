import { mutant } from '../../../authorization-server/mutant.js';

export default mutant({
  fault: 'The lifetime is a string',
  breaks: ['challenge-code-token/expiry/expires-in-within-sixty'],
  replace: { expiresInMember: (lifetime) => String(lifetime) },
});
