import { mutant } from '../../../authorization-server/mutant.js';

export default mutant({
  fault: "Reuse is answered with a code of the server's own",
  breaks: ['challenge-code-token/response/oauth-response-shape'],
  replace: (correct) => ({
    errors: { ...correct.errors, 'challenge-used-before': { ...correct.errors['challenge-used-before'], error: 'challenge_already_used' } },
  }),
});
