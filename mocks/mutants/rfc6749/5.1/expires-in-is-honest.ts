import { mutant } from '../../../authorization-server/mutant.js';

export default mutant({
  fault: 'The token lives twice as long as the response says',
  breaks: ['rfc6749/5.1/expires-in-is-honest'],
  replace: { expiresInMember: (lifetime) => lifetime / 2 },
});
