import { mutant } from '../../../authorization-server/mutant.js';

export default mutant({
  fault: 'Parameters in the query of a token request count like those in its body',
  breaks: ['rfc6749/4.1.3/token-parameters-in-query'],
  replace: (correct) => ({
    parametersOf: (sources, at) =>
      at === 'token'
        ? [...sources.body, ...sources.query.filter(([name]) => !name.startsWith('client_'))]
        : correct.parametersOf(sources, at),
  }),
});
