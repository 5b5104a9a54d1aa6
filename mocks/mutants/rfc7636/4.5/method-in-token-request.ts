import { mutant } from '../../../authorization-server/mutant.js';

export default mutant({
  fault: 'The method of the token request goes before that of the code',
  breaks: ['rfc7636/4.5/method-in-token-request'],
  replace: (correct) => ({
    challengeToVerify: (code, parameters) => {
      const method = correct.methodNamed(parameters.get('code_challenge_method') ?? '');
      return method === undefined ? code : { ...code, code_challenge_method: method };
    },
  }),
});
