import { mutant } from '../../../authorization-server/mutant.js';

export default mutant({
  fault: 'A wrong verifier is explained in German',
  breaks: ['rfc6749/5.2/error-charset'],
  replace: ({ errors }) => ({
    errors: { ...errors, 'verifier-mismatch': { ...errors['verifier-mismatch'], description: 'Der code_verifier ist ung\u00fcltig' } },
  }),
});
