import { mutant } from '../../../authorization-server/mutant.js';

export default mutant({
  fault: 'A verifier that does not fit is an invalid request',
  breaks: ['rfc7636/4.6/mismatch-is-invalid-grant'],
  replace: (correct) => ({
    errors: { ...correct.errors, 'verifier-mismatch': { ...correct.errors['verifier-mismatch'], error: 'invalid_request' } },
  }),
});
