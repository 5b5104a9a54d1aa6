import { mutant } from '../../../authorization-server/mutant.js';

export default mutant({
  fault: 'The endpoint for pushes answers GET and PUT as well',
  breaks: ['rfc9126/2.3/push-by-post-only'],
  replace: ({ methodsAt }) => ({ methodsAt: (at) => (at === 'push' ? ['POST', 'GET', 'PUT'] : methodsAt(at)) }),
});
