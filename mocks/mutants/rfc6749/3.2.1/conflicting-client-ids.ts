import { mutant } from '../../../authorization-server/mutant.js';

export default mutant({
  fault: 'The client that the header proves redeems the codes of the one that the body names',
  breaks: ['rfc6749/3.2.1/conflicting-client-ids'],
  replace: { clientOfConflictingIds: (_basic, body) => body },
});
