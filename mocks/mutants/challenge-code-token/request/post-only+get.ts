import { mutant } from '../../../authorization-server/mutant.js';

export default mutant({
  fault: 'GET is answered, with the query for a form',
  breaks: ['challenge-code-token/request/post-only'],
  replace: (correct) => ({
    methodsAt: (at) => (at === 'challenge-code-token' ? ['GET', 'POST'] : correct.methodsAt(at)),
    parametersOf: (sources, at) => (sources.method === 'GET' ? sources.query : correct.parametersOf(sources, at)),
  }),
});
