import { mutant } from '../../../authorization-server/mutant.js';

export default mutant({
  fault: 'Failed Basic authentication is answered with 400',
  breaks: ['rfc6749/5.2/failed-basic-authentication'],
  replace: (correct) => ({
    errors: { ...correct.errors, 'basic-authentication-failed': { ...correct.errors['basic-authentication-failed'], status: 400 } },
  }),
});
