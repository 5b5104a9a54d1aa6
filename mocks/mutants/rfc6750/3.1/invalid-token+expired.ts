import { mutant } from '../../../authorization-server/mutant.js';

export default mutant({
  fault: 'An expired token has an error code of its own',
  breaks: ['rfc6750/3.1/invalid-token'],
  replace: ({ resourceErrors }) => ({ resourceErrors: { ...resourceErrors, 'token-expired': { status: 401, error: 'token_expired' } } }),
});
