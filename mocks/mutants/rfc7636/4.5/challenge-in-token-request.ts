import { mutant } from '../../../authorization-server/mutant.js';

export default mutant({
  fault: 'The challenge of the token request goes before that of the code',
  breaks: ['rfc7636/4.5/challenge-in-token-request'],
  replace: {
    challengeToVerify: (code, parameters) => {
      const challenge = parameters.get('code_challenge');
      return challenge === undefined ? code : { ...code, code_challenge: challenge };
    },
  },
});
