import { mutant } from '../../../authorization-server/mutant.js';

export default mutant({
  fault: 'What the response does not have it has as null',
  breaks: ['rfc6749/5.1/members-at-top-level'],
  replace: { tokenResponseMembers: (members) => ({ id_token: null, ...members }) },
});
