import { mutant } from '../../../authorization-server/mutant.js';

export default mutant({
  fault: 'No ID Token is issued although openid was granted',
  breaks: ['oidc-core/3.1.3.3/id-token-with-openid'],
  replace: { issuesIdToken: () => false },
});
