import { mutant } from '../../../authorization-server/mutant.js';

export default mutant({
  fault: 'Any secret is the right one',
  breaks: ['challenge-code-token/request/right-client-secret'],
  replace: { secretMatches: () => true },
});
