import { mutant } from '../../../authorization-server/mutant.js';

export default mutant({
  fault: 'A refusal repeats the verifier that came',
  breaks: ['rfc6749/5.2/failed-verifier-leaks-nothing'],
  replace: (correct) => ({
    errorMembers: (answer, situation, details) => {
      const verifier = details.parameters?.get('code_verifier');
      return situation !== 'verifier-mismatch' || verifier === undefined
        ? correct.errorMembers(answer, situation, details)
        : { error: answer.error, error_description: `${verifier} does not fit` };
    },
  }),
});
