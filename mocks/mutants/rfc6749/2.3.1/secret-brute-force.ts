import { mutant } from '../../../authorization-server/mutant.js';

export default mutant({
  fault: 'Thirty wrong secrets in a row shut the client out for good, its right one included',
  breaks: ['rfc6749/2.3.1/secret-brute-force'],
  replace: (correct) => {
    let wrong = 0;
    return {
      secretMatches: (registered, given, client) => {
        if (wrong >= 30) return false;
        const matches = correct.secretMatches(registered, given, client);
        wrong = matches ? 0 : wrong + 1;
        return matches;
      },
    };
  },
});
