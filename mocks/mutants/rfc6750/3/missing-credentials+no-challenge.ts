import { mutant } from '../../../authorization-server/mutant.js';

export default mutant({
  fault: 'Who presents no token is not told of one',
  breaks: ['rfc6750/3/missing-credentials'],
  replace: ({ bearerChallenge }) => ({
    bearerChallenge: (realm, refusal, scope, token) =>
      refusal.error === undefined ? undefined : bearerChallenge(realm, refusal, scope, token),
  }),
});
