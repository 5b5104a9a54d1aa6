import { mutant } from '../../../authorization-server/mutant.js';

export default mutant({
  fault: 'The lifetime is a number in quotes',
  breaks: ['pkce-access-token/response/expires-in-seconds'],
  replace: { expiresInMember: (lifetime) => String(lifetime) },
});
