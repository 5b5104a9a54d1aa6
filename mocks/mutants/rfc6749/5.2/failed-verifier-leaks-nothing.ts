import { mutant } from '../../../authorization-server/mutant.js';

export default mutant({
  fault: 'A refusal says which challenge was expected',
  breaks: ['rfc6749/5.2/failed-verifier-leaks-nothing'],
  replace: (correct) => ({
    errorMembers: (answer, situation, details) =>
      details.code_challenge === undefined || !situation.startsWith('verifier-')
        ? correct.errorMembers(answer, situation, details)
        : { error: answer.error, error_description: `expected ${details.code_challenge}` },
  }),
});
