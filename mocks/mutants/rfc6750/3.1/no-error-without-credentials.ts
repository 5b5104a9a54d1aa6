import { mutant } from '../../../authorization-server/mutant.js';

export default mutant({
  fault: 'Who presents no token is told of an invalid one',
  breaks: ['rfc6750/3.1/no-error-without-credentials'],
  replace: ({ resourceErrors }) => ({ resourceErrors: { ...resourceErrors, 'no-token': { status: 401, error: 'invalid_token' } } }),
});
