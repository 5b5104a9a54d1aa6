import { mutant } from '../../../authorization-server/mutant.js';

export default mutant({
  fault: 'No ID Token is issued although openid was granted',
  breaks: ['pkce-access-token/response/id-token-for-openid'],
  replace: { issuesIdToken: () => false },
});
