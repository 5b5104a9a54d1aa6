import { mutant } from '../../../authorization-server/mutant.js';

export default mutant({
  fault: 'An expired code is answered with invalid_request',
  breaks: ['rfc6749/5.2/dead-code-is-invalid-grant'],
  replace: ({ errors }) => ({ errors: { ...errors, 'code-expired': { ...errors['code-expired'], error: 'invalid_request' } } }),
});
