import { mutant } from '../../../authorization-server/mutant.js';

export default mutant({
  fault: 'The response promises an hour',
  breaks: ['challenge-code-token/expiry/expires-in-within-sixty'],
  replace: { expiresInMember: () => 3600 },
});
