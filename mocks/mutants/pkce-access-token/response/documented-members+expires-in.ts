import { mutant } from '../../../authorization-server/mutant.js';

export default mutant({
  fault: 'The response does not say how long the token lives',
  breaks: ['pkce-access-token/response/documented-members'],
  replace: { expiresInMember: () => undefined },
});
