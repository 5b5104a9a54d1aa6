import { mutant } from '../../../authorization-server/mutant.js';

export default mutant({
  fault: 'An error repeats the parameters of its request',
  breaks: ['challenge-code-token/response/no-secret-echo'],
  replace: (correct) => ({
    errorMembers: (answer, situation, details) => ({
      ...correct.errorMembers(answer, situation, details),
      request: Object.fromEntries(details.parameters ?? []),
    }),
  }),
});
