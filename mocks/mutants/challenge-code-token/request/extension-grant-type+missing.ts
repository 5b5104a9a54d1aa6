import { mutant } from '../../../authorization-server/mutant.js';

export default mutant({
  fault: 'A grant type counts only if one is sent',
  breaks: ['challenge-code-token/request/extension-grant-type'],
  replace: (correct) => ({
    challengeGrant: (grantType, required) => (grantType === undefined ? 'accepted' : correct.challengeGrant(grantType, required)),
  }),
});
