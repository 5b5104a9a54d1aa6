import { mutant } from '../../../authorization-server/mutant.js';

export default mutant({
  fault: 'The client_id of the body is passed over where the header names a client',
  breaks: ['rfc6749/3.2.1/conflicting-client-ids'],
  replace: { clientOfConflictingIds: (basic) => basic },
});
