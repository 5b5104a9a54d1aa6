import { mutant } from '../../../authorization-server/mutant.js';

export default mutant({
  fault: 'A wrong verifier is answered with 401',
  breaks: ['rfc6749/5.2/error-status-and-type'],
  replace: ({ errors }) => ({ errors: { ...errors, 'verifier-mismatch': { ...errors['verifier-mismatch'], status: 401 } } }),
});
