import { mutant } from '../../../authorization-server/mutant.js';

export default mutant({
  fault: 'A PUT with the parameters in its query is answered as well',
  breaks: ['rfc6749/3.2/token-request-by-post'],
  replace: (correct) => ({
    methodsAt: (at) => (at === 'token' ? ['POST', 'PUT'] : correct.methodsAt(at)),
    parametersOf: (sources, at) => (at === 'token' && sources.method === 'PUT' ? sources.query : correct.parametersOf(sources, at)),
  }),
});
