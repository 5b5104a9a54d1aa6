import { mutant } from '../../../authorization-server/mutant.js';

export default mutant({
  fault: 'Blanks around the secret are taken off',
  breaks: ['challenge-code-token/request/right-client-secret'],
  replace: { secretMatches: (registered, given) => registered === given.trim() },
});
