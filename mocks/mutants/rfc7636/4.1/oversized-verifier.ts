import { mutant } from '../../../authorization-server/mutant.js';

export default mutant({
  fault: 'A verifier that is longer than a buffer crashes the request',
  breaks: ['rfc7636/4.1/oversized-verifier'],
  replace: {
    verifierRead: (sent) => {
      if (sent.length > 1000) throw new RangeError('the verifier is longer than its buffer');
      return sent;
    },
  },
});
