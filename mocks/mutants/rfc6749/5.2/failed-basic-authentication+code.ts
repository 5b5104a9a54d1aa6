import { mutant } from '../../../authorization-server/mutant.js';

export default mutant({
  fault: 'Failed Basic authentication is called a client without permission',
  breaks: ['rfc6749/5.2/failed-basic-authentication'],
  replace: (correct) => ({
    errors: {
      ...correct.errors,
      'basic-authentication-failed': { ...correct.errors['basic-authentication-failed'], error: 'unauthorized_client' },
    },
  }),
});
