import { mutant } from '../../../authorization-server/mutant.js';

export default mutant({
  fault: 'A code that is not known is answered with invalid_request',
  breaks: ['rfc6749/5.2/dead-code-is-invalid-grant', 'rfc6749/5.2/same-error-for-dead-codes'],
  because: 'The other dead codes keep their error, so they are told apart',
  replace: ({ errors }) => ({ errors: { ...errors, 'code-unknown': { ...errors['code-unknown'], error: 'invalid_request' } } }),
});
