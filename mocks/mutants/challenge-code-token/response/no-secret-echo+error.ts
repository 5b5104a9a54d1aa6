import { mutant } from '../../../authorization-server/mutant.js';

export default mutant({
  fault: 'An error quotes the credentials and the challenge of its request',
  breaks: ['challenge-code-token/response/no-secret-echo'],
  replace: (correct) => ({
    errorMembers: (answer, situation, details) => {
      const quoted = ['client_secret', 'code_challenge'].map((name) => details.parameters?.get(name) ?? '').join(', ');
      return { ...correct.errorMembers(answer, situation, details), error_description: `${answer.description} (${quoted})` };
    },
  }),
});
