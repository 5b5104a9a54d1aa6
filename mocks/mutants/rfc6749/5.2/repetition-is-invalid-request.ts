import { mutant } from '../../../authorization-server/mutant.js';

export default mutant({
  fault: 'A repeated parameter is called an invalid grant',
  breaks: ['rfc6749/5.2/repetition-is-invalid-request'],
  replace: (correct) => ({
    errors: { ...correct.errors, 'repeated-parameter': { ...correct.errors['repeated-parameter'], error: 'invalid_grant' } },
  }),
});
