import { mutant } from '../../../authorization-server/mutant.js';

export default mutant({
  fault: 'A digest in hexadecimal passes for a challenge',
  breaks: ['rfc7636/4.2/hex-digest-challenge'],
  replace: { challengeRead: (sent) => (/^[0-9a-f]{64}$/i.test(sent) ? Buffer.from(sent, 'hex').toString('base64url') : sent) },
});
