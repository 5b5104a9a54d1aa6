import { mutant } from '../../../authorization-server/mutant.js';

export default mutant({
  fault: 'A challenge of impossible length is dropped, and the code issued without one',
  breaks: ['rfc7636/4.2/challenge-length-out-of-bounds'],
  replace: { challengeRead: (sent) => (sent.length < 43 || sent.length > 128 ? undefined : sent) },
});
