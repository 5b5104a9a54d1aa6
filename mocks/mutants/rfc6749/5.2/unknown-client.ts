import { mutant } from '../../../authorization-server/mutant.js';

export default mutant({
  fault: 'An unknown client is called an invalid grant',
  breaks: ['rfc6749/5.2/unknown-client'],
  replace: (correct) => ({
    errors: { ...correct.errors, 'client-unknown': { ...correct.errors['client-unknown'], error: 'invalid_grant', status: 400 } },
  }),
});
