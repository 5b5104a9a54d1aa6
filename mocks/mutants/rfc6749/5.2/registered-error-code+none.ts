import { mutant } from '../../../authorization-server/mutant.js';

export default mutant({
  fault: 'What was wrong is told in a message alone',
  breaks: ['rfc6749/5.2/registered-error-code'],
  replace: ({ errorMembers }) => ({
    errorMembers: (answer, situation, details) =>
      situation === 'code-missing' ? { message: answer.description } : errorMembers(answer, situation, details),
  }),
});
