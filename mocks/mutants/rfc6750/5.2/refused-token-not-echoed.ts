import { mutant } from '../../../authorization-server/mutant.js';

export default mutant({
  fault: 'A refusal names the token it is about',
  breaks: ['rfc6750/5.2/refused-token-not-echoed'],
  replace: ({ resourceErrorMembers }) => ({
    resourceErrorMembers: (refusal, token) => ({
      ...resourceErrorMembers(refusal, token),
      error_description: `Invalid access token: ${token ?? ''}`,
    }),
  }),
});
