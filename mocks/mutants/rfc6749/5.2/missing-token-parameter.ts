import { mutant } from '../../../authorization-server/mutant.js';

export default mutant({
  fault: 'A missing code is called a client without permission',
  breaks: ['rfc6749/5.2/missing-token-parameter'],
  replace: (correct) => ({
    errors: { ...correct.errors, 'code-missing': { ...correct.errors['code-missing'], error: 'unauthorized_client' } },
  }),
});
