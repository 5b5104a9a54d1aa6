import { mutant } from '../../../authorization-server/mutant.js';

export default mutant({
  fault: 'An error has an envelope of its own',
  breaks: ['pkce-access-token/error/documented-error-shape', 'pkce-access-token/error/unknown-client-id'],
  because: 'The error for an unknown client wears the same envelope',
  replace: { errorMembers: ({ error, description }) => ({ code: error, message: description }) },
});
