import { mutant } from '../../../authorization-server/mutant.js';

export default mutant({
  fault: 'The lifetime is counted in milliseconds',
  breaks: ['pkce-access-token/response/expires-in-seconds'],
  replace: { expiresInMember: (lifetime) => lifetime * 1000 },
});
