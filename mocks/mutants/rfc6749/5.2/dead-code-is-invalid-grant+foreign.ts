import { mutant } from '../../../authorization-server/mutant.js';

export default mutant({
  fault: 'A code of another client is answered with invalid_request',
  breaks: ['rfc6749/5.2/dead-code-is-invalid-grant'],
  replace: ({ errors }) => ({
    errors: { ...errors, 'code-of-other-client': { ...errors['code-of-other-client'], error: 'invalid_request' } },
  }),
});
