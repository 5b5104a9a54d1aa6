import { mutant } from '../../../authorization-server/mutant.js';

export default mutant({
  fault: 'What a refresh lacks in its body counts in its query',
  breaks: ['rfc6749/4.1.3/token-parameters-in-query'],
  replace: ({ parametersOf }) => ({
    parametersOf: (sources, at) =>
      at === 'token' && sources.query.some(([name]) => name === 'refresh_token')
        ? [...sources.body, ...sources.query]
        : parametersOf(sources, at),
  }),
});
