import { mutant } from '../../../authorization-server/mutant.js';

export default mutant({
  fault: 'Another redirect URI is answered with invalid_request',
  breaks: ['pkce-access-token/error/redirect-uri-mismatch'],
  replace: ({ errors }) => ({
    errors: { ...errors, 'redirect-uri-mismatch': { ...errors['redirect-uri-mismatch'], error: 'invalid_request' } },
  }),
});
