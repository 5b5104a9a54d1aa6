import { mutant } from '../../../authorization-server/mutant.js';

export default mutant({
  fault: 'A verifier in the query of the address counts',
  breaks: ['rfc7636/4.5/verifier-outside-body', 'rfc6749/4.1.3/token-parameters-in-query'],
  because: 'The verifier is one of the parameters of a token request',
  replace: (correct) => ({
    parametersOf: (sources, at) => [
      ...correct.parametersOf(sources, at),
      ...(at === 'token' ? sources.query.filter(([name]) => name === 'code_verifier') : []),
    ],
  }),
});
