import { mutant } from '../../../authorization-server/mutant.js';

export default mutant({
  fault: 'Another redirect URI is answered with invalid_request',
  breaks: ['rfc6749/5.2/dead-code-is-invalid-grant'],
  replace: ({ errors }) => ({
    errors: { ...errors, 'redirect-uri-mismatch': { ...errors['redirect-uri-mismatch'], error: 'invalid_request' } },
  }),
});
