import { mutant } from '../../../authorization-server/mutant.js';

export default mutant({
  fault: 'The address of an explanation holds spaces',
  breaks: ['rfc6749/5.2/error-charset'],
  replace: ({ errorMembers }) => ({
    errorMembers: (answer, situation, details) => ({
      ...errorMembers(answer, situation, details),
      error_uri: 'https://as.mock.example/errors of the token endpoint',
    }),
  }),
});
