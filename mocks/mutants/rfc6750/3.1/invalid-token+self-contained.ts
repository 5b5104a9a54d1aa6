import { mutant } from '../../../authorization-server/mutant.js';
import { selfContainedToken } from '../../../authorization-server/self-contained-token.js';

export default mutant({
  fault: 'A JWT that cannot be verified is called a bad request',
  breaks: ['rfc6750/3.1/invalid-token'],
  replace: ({ resourceErrors }) => ({
    newAccessToken: (about) => selfContainedToken(about),
    resourceErrors: { ...resourceErrors, 'token-unknown': { status: 400, error: 'invalid_request' } },
  }),
});
