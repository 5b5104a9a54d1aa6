import { mutant } from '../../../authorization-server/mutant.js';

export default mutant({
  fault: 'A refresh token of another client is answered with invalid_request',
  breaks: ['rfc6749/5.2/dead-refresh-token-is-invalid-grant'],
  replace: ({ errors }) => ({
    errors: { ...errors, 'refresh-token-of-other-client': { ...errors['refresh-token-of-other-client'], error: 'invalid_request' } },
  }),
});
