import { mutant } from '../../../authorization-server/mutant.js';

export default mutant({
  fault: 'An unknown token is answered with 403',
  breaks: ['rfc6750/3.1/invalid-token'],
  replace: ({ resourceErrors }) => ({ resourceErrors: { ...resourceErrors, 'token-unknown': { status: 403, error: 'invalid_token' } } }),
});
