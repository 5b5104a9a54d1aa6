import { mutant } from '../../../authorization-server/mutant.js';

export default mutant({
  fault: 'A refresh token that was replaced is answered with invalid_request',
  breaks: ['rfc6749/5.2/dead-refresh-token-is-invalid-grant'],
  replace: ({ errors }) => ({ errors: { ...errors, 'refresh-token-used': { ...errors['refresh-token-used'], error: 'invalid_request' } } }),
});
