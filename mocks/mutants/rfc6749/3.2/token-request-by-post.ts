import { mutant } from '../../../authorization-server/mutant.js';

export default mutant({
  fault: 'A GET with the parameters in its query is answered as well',
  breaks: ['rfc6749/3.2/token-request-by-post'],
  replace: (correct) => ({
    methodsAt: (at) => (at === 'token' ? ['POST', 'GET'] : correct.methodsAt(at)),
    parametersOf: (sources, at) => (at === 'token' && sources.method === 'GET' ? sources.query : correct.parametersOf(sources, at)),
  }),
});
