import { mutant } from '../../../authorization-server/mutant.js';

export default mutant({
  fault: 'An expired refresh token is answered with invalid_request',
  breaks: ['rfc6749/5.2/dead-refresh-token-is-invalid-grant'],
  replace: ({ errors }) => ({
    errors: { ...errors, 'refresh-token-expired': { ...errors['refresh-token-expired'], error: 'invalid_request' } },
  }),
});
