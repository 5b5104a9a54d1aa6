import { mutant } from '../../../authorization-server/mutant.js';

export default mutant({
  fault: 'A challenge is decoded and its octets are compared',
  breaks: ['rfc7636/4.6/challenge-spare-bits'],
  replace: { challengeRead: (sent) => (/^[\w-]{43}$/.test(sent) ? Buffer.from(sent, 'base64url').toString('base64url') : sent) },
});
