import { mutant } from '../../../authorization-server/mutant.js';

export default mutant({
  fault: 'An ID Token comes with every access token',
  breaks: ['oidc-core/3.1.2.1/no-id-token-without-openid'],
  replace: { issuesIdToken: () => true },
});
