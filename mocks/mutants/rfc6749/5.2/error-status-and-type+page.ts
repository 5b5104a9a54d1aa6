import { mutant } from '../../../authorization-server/mutant.js';

export default mutant({
  fault: 'An unknown grant type is answered with a page',
  breaks: ['rfc6749/5.2/error-status-and-type'],
  replace: ({ errorText }) => ({
    errorText: (members) => (members.error === 'unsupported_grant_type' ? '<h1>Bad Request</h1>' : errorText(members)),
  }),
});
