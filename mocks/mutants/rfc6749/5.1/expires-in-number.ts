import { mutant } from '../../../authorization-server/mutant.js';

export default mutant({
  fault: 'The response does not say how long the token lives',
  breaks: ['rfc6749/5.1/expires-in-number'],
  replace: { expiresInMember: () => undefined },
});
