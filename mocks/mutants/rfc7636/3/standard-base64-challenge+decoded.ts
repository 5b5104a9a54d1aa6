import { mutant } from '../../../authorization-server/mutant.js';

export default mutant({
  fault: 'Challenges are compared by the octets that they encode, in whatever alphabet',
  breaks: ['rfc7636/3/standard-base64-challenge', 'rfc7636/3/padded-s256-challenge', 'rfc7636/4.6/challenge-spare-bits'],
  because: 'A decoder skips the padding and the spare bits as well',
  replace: {
    challengeRead: (sent, method) =>
      method === 'S256' && /^[\w+/-]{43}=?$/.test(sent) ? Buffer.from(sent, 'base64').toString('base64url') : sent,
  },
});
