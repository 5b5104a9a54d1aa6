import { mutant } from '../../../authorization-server/mutant.js';

const isVerifier = ([name]: readonly [string, string]): boolean => name === 'code_verifier';

export default mutant({
  fault: 'A verifier in the query of the address overrides the one in the body',
  breaks: ['rfc7636/4.5/verifier-outside-body'],
  replace: ({ parametersOf }) => ({
    parametersOf: (sources, at) => {
      const { body, query } = sources;
      if (at !== 'token' || !body.some(isVerifier) || !query.some(isVerifier)) return parametersOf(sources, at);
      return [...body.filter((pair) => !isVerifier(pair)), ...query.filter(isVerifier)];
    },
  }),
});
