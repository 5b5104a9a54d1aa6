import { mutant } from '../../../authorization-server/mutant.js';

export default mutant({
  fault: 'A scheme that the server does not use is answered with 400',
  breaks: ['rfc6749/5.2/broken-authorization-header'],
  replace: (correct) => ({
    errors: { ...correct.errors, 'client-unauthenticated': { ...correct.errors['client-unauthenticated'], status: 400 } },
  }),
});
