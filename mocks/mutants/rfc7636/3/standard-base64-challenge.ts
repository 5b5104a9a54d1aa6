import { mutant } from '../../../authorization-server/mutant.js';

export default mutant({
  fault: 'A challenge in the standard alphabet is turned into base64url',
  breaks: ['rfc7636/3/standard-base64-challenge'],
  replace: { challengeRead: (sent) => sent.replaceAll('+', '-').replaceAll('/', '_') },
});
