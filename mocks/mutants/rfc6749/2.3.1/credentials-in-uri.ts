import { mutant } from '../../../authorization-server/mutant.js';

export default mutant({
  fault: 'Credentials in the query of a token request count',
  breaks: ['rfc6749/2.3.1/credentials-in-uri'],
  replace: (correct) => ({
    parametersOf: (sources, at) =>
      at === 'token'
        ? [...sources.body, ...sources.query.filter(([name]) => name.startsWith('client_'))]
        : correct.parametersOf(sources, at),
  }),
});
