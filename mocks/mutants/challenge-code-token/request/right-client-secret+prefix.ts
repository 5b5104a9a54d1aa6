import { mutant } from '../../../authorization-server/mutant.js';

export default mutant({
  fault: 'A beginning of the secret is enough',
  breaks: ['challenge-code-token/request/right-client-secret'],
  replace: { secretMatches: (registered, given) => registered.startsWith(given) },
});
