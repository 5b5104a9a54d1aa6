import { mutant } from '../../../authorization-server/mutant.js';

export default mutant({
  fault: 'Code and grant type of a token request may stand in its query',
  breaks: ['rfc6749/4.1.3/token-parameters-in-query'],
  replace: (correct) => ({
    parametersOf: (sources, at) =>
      at === 'token'
        ? [...sources.body, ...sources.query.filter(([name]) => name === 'code' || name === 'grant_type')]
        : correct.parametersOf(sources, at),
  }),
});
