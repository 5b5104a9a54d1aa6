import { mutant } from '../../../authorization-server/mutant.js';

export default mutant({
  fault: 'Where the body of a token request is empty, its query counts',
  breaks: ['rfc6749/4.1.3/token-parameters-in-query'],
  replace: (correct) => ({
    parametersOf: (sources, at) => (at === 'token' && sources.body.length === 0 ? sources.query : correct.parametersOf(sources, at)),
  }),
});
