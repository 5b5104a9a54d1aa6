import { mutant } from '../../../authorization-server/mutant.js';

export default mutant({
  fault: 'Who presents no token is forbidden to enter',
  breaks: ['rfc6750/3/missing-credentials'],
  replace: ({ resourceErrors }) => ({ resourceErrors: { ...resourceErrors, 'no-token': { status: 403 } } }),
});
