import { mutant } from '../../../authorization-server/mutant.js';
import { s256 } from '../../../authorization-server/policy/pkce.js';

export default mutant({
  fault: 'A challenge that comes twice in a row is kept with a salt',
  breaks: ['rfc7636/7.3/challenge-unsalted', 'rfc9700/2.1.1/constant-challenge', 'rfc9126/4/pushed-challenge-binds-code'],
  because: 'The second notes what becomes of a challenge that comes again; a pushed one comes twice',
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
