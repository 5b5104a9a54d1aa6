import { mutant } from '../../../authorization-server/mutant.js';

export default mutant({
  fault: 'Whoever shows no token is told two realms',
  breaks: ['rfc6750/3/www-authenticate-attributes'],
  replace: ({ bearerChallenge }) => ({
    bearerChallenge: (realm, refusal, scope, token) =>
      refusal.error === undefined ? `Bearer realm="${realm}", realm="resource"` : bearerChallenge(realm, refusal, scope, token),
  }),
});
