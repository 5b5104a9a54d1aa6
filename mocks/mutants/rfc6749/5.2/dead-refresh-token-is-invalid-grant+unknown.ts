import { mutant } from '../../../authorization-server/mutant.js';

export default mutant({
  fault: 'A refresh token that is not known is answered with invalid_request',
  breaks: ['rfc6749/5.2/dead-refresh-token-is-invalid-grant'],
  replace: ({ errors }) => ({
    errors: { ...errors, 'refresh-token-unknown': { ...errors['refresh-token-unknown'], error: 'invalid_request' } },
  }),
});
