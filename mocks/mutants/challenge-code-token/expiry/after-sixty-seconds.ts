import { mutant } from '../../../authorization-server/mutant.js';

export default mutant({
  fault: 'A token never expires',
  breaks: ['challenge-code-token/expiry/after-sixty-seconds', 'challenge-code-token/expiry/use-extends-nothing'],
  because: 'A token that was used does not expire either',
  replace: { accessTokenExpired: () => false },
});
