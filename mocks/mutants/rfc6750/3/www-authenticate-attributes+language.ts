import { mutant } from '../../../authorization-server/mutant.js';

export default mutant({
  fault: 'The challenge explains itself in German',
  breaks: ['rfc6750/3/www-authenticate-attributes'],
  replace: ({ bearerChallenge }) => ({
    bearerChallenge: (realm, refusal, scope, token) =>
      `${bearerChallenge(realm, refusal, scope, token) ?? 'Bearer'}${refusal.error === undefined ? '' : ', error_description="Das Token ist ung\u00fcltig"'}`,
  }),
});
