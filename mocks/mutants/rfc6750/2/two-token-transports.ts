import { mutant } from '../../../authorization-server/mutant.js';

export default mutant({
  fault: 'Two tokens are answered with 401',
  breaks: ['rfc6750/2/two-token-transports'],
  replace: ({ resourceErrors }) => ({ resourceErrors: { ...resourceErrors, 'two-transports': { status: 401, error: 'invalid_token' } } }),
});
