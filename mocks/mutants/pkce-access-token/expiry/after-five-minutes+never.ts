import { mutant } from '../../../authorization-server/mutant.js';

export default mutant({
  fault: 'A code never expires',
  breaks: ['pkce-access-token/expiry/after-five-minutes'],
  replace: { codeExpired: () => false },
});
