import { mutant } from '../../../authorization-server/mutant.js';

export default mutant({
  fault: 'A wrong verifier is answered with an error code of its own',
  breaks: ['pkce-access-token/error/documented-error-shape'],
  replace: ({ errors }) => ({
    errors: { ...errors, 'verifier-mismatch': { ...errors['verifier-mismatch'], error: 'pkce_verification_failed' } },
  }),
});
