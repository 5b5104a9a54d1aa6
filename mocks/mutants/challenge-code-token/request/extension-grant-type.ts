import { mutant } from '../../../authorization-server/mutant.js';

export default mutant({
  fault: 'The grant type is not looked at',
  breaks: ['challenge-code-token/request/extension-grant-type'],
  replace: { challengeGrant: () => 'accepted' },
});
