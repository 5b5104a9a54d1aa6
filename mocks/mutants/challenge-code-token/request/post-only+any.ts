import { mutant } from '../../../authorization-server/mutant.js';

export default mutant({
  fault: 'The endpoint minds no method',
  breaks: ['challenge-code-token/request/post-only'],
  replace: (correct) => ({
    methodsAt: (at) => (at === 'challenge-code-token' ? ['GET', 'POST', 'PUT', 'PATCH'] : correct.methodsAt(at)),
    readsBodyOf: () => true,
  }),
});
