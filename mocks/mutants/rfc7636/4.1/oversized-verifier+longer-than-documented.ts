import { mutant } from '../../../authorization-server/mutant.js';

export default mutant({
  fault: 'A verifier that is longer than its column makes the server fail',
  breaks: ['rfc7636/4.1/oversized-verifier'],
  replace: {
    bodyLimit: Infinity,
    verifierRead: (sent) => {
      if (sent.length > 128) throw new RangeError('the verifier is longer than its column');
      return sent;
    },
  },
});
