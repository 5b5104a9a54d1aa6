import { mutant } from '../../../authorization-server/mutant.js';
import { s256 } from '../../../authorization-server/policy/pkce.js';

export default mutant({
  fault: 'A challenge that comes twice in a row is kept with a salt',
  breaks: ['rfc7636/7.3/challenge-unsalted', 'rfc9700/2.1.1/constant-challenge', 'rfc6749/3.1/empty-challenge-method'],
  because: 'Rules that walk one flow after another with one challenge meet the salt',
  replace: () => {
    let last: string | undefined;
    return {
      boundChallenge: (challenge) => {
        const salted = challenge !== undefined && challenge === last ? s256(`salt ${challenge}`) : challenge;
        last = challenge;
        return salted;
      },
    };
  },
});
