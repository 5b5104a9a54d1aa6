import { mutant } from '../../../authorization-server/mutant.js';

export default mutant({
  fault: 'That PKCE is required is found out at the token endpoint',
  breaks: ['rfc7636/4.4.1/required-challenge-missing'],
  replace: (correct) => ({
    challengeRequired: () => false,
    redeemsWithoutChallenge: (client) => correct.redeemsWithoutChallenge(client) && !correct.challengeRequired(client, undefined),
  }),
});
