import { mutant } from '../../../authorization-server/mutant.js';

export default mutant({
  fault: 'expires_in is the instant of expiry instead of a lifetime',
  breaks: ['pkce-access-token/response/expires-in-seconds'],
  replace: { expiresInMember: (lifetime) => Math.floor(Date.now() / 1000) + lifetime },
});
