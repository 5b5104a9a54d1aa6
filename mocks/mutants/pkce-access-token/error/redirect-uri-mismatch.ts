import { mutant } from '../../../authorization-server/mutant.js';

export default mutant({
  fault: 'Another redirect URI is answered with an error code of its own',
  breaks: ['pkce-access-token/error/redirect-uri-mismatch'],
  replace: ({ errors }) => ({
    errors: { ...errors, 'redirect-uri-mismatch': { ...errors['redirect-uri-mismatch'], error: 'redirect_uri_mismatch' } },
  }),
});
