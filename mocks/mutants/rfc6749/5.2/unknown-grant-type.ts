import { mutant } from '../../../authorization-server/mutant.js';

export default mutant({
  fault: 'An unknown grant type is called an invalid request',
  breaks: ['rfc6749/5.2/unknown-grant-type'],
  replace: (correct) => ({
    errors: { ...correct.errors, 'grant-type-unknown': { ...correct.errors['grant-type-unknown'], error: 'invalid_request' } },
  }),
});
