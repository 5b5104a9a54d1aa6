import { mutant } from '../../../authorization-server/mutant.js';

export default mutant({
  fault: 'An unknown client is answered with an error code of its own',
  breaks: ['pkce-access-token/error/unknown-client-id'],
  replace: ({ errors }) => ({ errors: { ...errors, 'client-unknown': { ...errors['client-unknown'], error: 'client_not_found' } } }),
});
