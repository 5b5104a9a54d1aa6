import { mutant } from '../../../authorization-server/mutant.js';

export default mutant({
  fault: 'An unknown client is not found, as a page would not be',
  breaks: ['pkce-access-token/error/unknown-client-id'],
  replace: ({ errors }) => ({ errors: { ...errors, 'client-unknown': { ...errors['client-unknown'], status: 404 } } }),
});
