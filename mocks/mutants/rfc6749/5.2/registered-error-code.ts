import { mutant } from '../../../authorization-server/mutant.js';

export default mutant({
  fault: 'A wrong verifier has an error code that the server made up',
  breaks: ['rfc6749/5.2/registered-error-code'],
  replace: ({ errors }) => ({
    errors: { ...errors, 'verifier-mismatch': { ...errors['verifier-mismatch'], error: 'pkce_verification_failed' } },
  }),
});
