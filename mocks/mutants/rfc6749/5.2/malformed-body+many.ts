import { mutant } from '../../../authorization-server/mutant.js';

export default mutant({
  fault: 'More than a thousand parameters make the server fail',
  breaks: ['rfc6749/5.2/malformed-body'],
  replace: (correct) => ({
    readBody: (body, contentType) => {
      const pairs = correct.readBody(body, contentType);
      if (pairs.length > 1000) throw new RangeError('too many parameters');
      return pairs;
    },
  }),
});
