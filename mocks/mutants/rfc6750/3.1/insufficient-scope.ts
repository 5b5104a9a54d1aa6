import { mutant } from '../../../authorization-server/mutant.js';

export default mutant({
  fault: 'Too little scope is told as an invalid token',
  breaks: ['rfc6750/3.1/insufficient-scope'],
  replace: ({ resourceErrors }) => ({
    resourceErrors: { ...resourceErrors, 'scope-insufficient': { status: 401, error: 'invalid_token' } },
  }),
});
