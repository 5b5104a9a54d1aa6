import { mutant } from '../../../authorization-server/mutant.js';

export default mutant({
  fault: 'An error is the token response with its members left empty',
  breaks: ['rfc6749/5.2/error-without-token'],
  replace: ({ errorMembers }) => ({
    errorMembers: (answer, situation, details) => ({ access_token: '', refresh_token: '', ...errorMembers(answer, situation, details) }),
  }),
});
