import { mutant } from '../../../authorization-server/mutant.js';

export default mutant({
  fault: 'A code lives for ten minutes',
  breaks: ['pkce-access-token/expiry/after-five-minutes'],
  replace: { codeLifetime: 600 },
});
