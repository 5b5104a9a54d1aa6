import { mutant } from '../../../authorization-server/mutant.js';

export default mutant({
  fault: 'A missing grant type is called an invalid grant',
  breaks: ['rfc6749/5.2/missing-token-parameter'],
  replace: (correct) => ({
    errors: { ...correct.errors, 'grant-type-missing': { ...correct.errors['grant-type-missing'], error: 'invalid_grant' } },
  }),
});
