import { mutant } from '../../../authorization-server/mutant.js';

export default mutant({
  fault: 'Padding is taken off a challenge',
  breaks: ['rfc7636/3/padded-s256-challenge'],
  replace: { challengeRead: (sent) => sent.replace(/=+$/, '') },
});
