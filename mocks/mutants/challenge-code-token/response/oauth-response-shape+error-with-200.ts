import { mutant } from '../../../authorization-server/mutant.js';

export default mutant({
  fault: 'Errors are answered with 200',
  breaks: ['challenge-code-token/response/oauth-response-shape'],
  replace: (correct) => ({
    errors: Object.fromEntries(
      Object.entries(correct.errors).map(([situation, answer]) => [situation, { ...answer, status: 200 }]),
    ) as typeof correct.errors,
  }),
});
