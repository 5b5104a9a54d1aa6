import { mutant } from '../../../authorization-server/mutant.js';

export default mutant({
  fault: 'A verifier that nothing was said to expect is blamed on the code',
  breaks: ['oauth-2.1/3.2.4/verifier-without-challenge-error'],
  replace: ({ errors }) => ({
    errors: { ...errors, 'verifier-unexpected': { ...errors['verifier-unexpected'], error: 'invalid_grant' } },
  }),
});
