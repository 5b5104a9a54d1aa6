import { mutant } from '../../../authorization-server/mutant.js';

export default mutant({
  fault: 'A challenge is remembered, and refused when it comes again; lawful, and here only to be noticed',
  breaks: ['rfc9700/2.1.1/constant-challenge'],
  replace: ({ challengeWellFormed }) => {
    const seen = new Set<string>();
    return {
      challengeWellFormed: (challenge, method) => {
        const fresh = !seen.has(challenge);
        seen.add(challenge);
        return fresh && challengeWellFormed(challenge, method);
      },
    };
  },
});
