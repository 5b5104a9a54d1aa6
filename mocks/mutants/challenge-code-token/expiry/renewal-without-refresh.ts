import { mutant } from '../../../authorization-server/mutant.js';

export default mutant({
  fault: 'A refresh token comes with the token and renews it',
  breaks: ['challenge-code-token/expiry/renewal-without-refresh'],
  replace: { renewsByRefresh: true },
});
