import { mutant } from '../../../authorization-server/mutant.js';

export default mutant({
  fault: 'A body of a mebibyte leaves no memory for the request that follows it',
  breaks: ['rfc7636/4.1/very-long-verifier'],
  replace: ({ readBody }) => {
    let exhausted = false;
    return {
      bodyLimit: Infinity,
      readBody: (body, contentType) => {
        const pairs = exhausted ? [] : readBody(body, contentType);
        exhausted = body.length > 1_000_000;
        return pairs;
      },
    };
  },
});
