import { mutant } from '../../../authorization-server/mutant.js';

export default mutant({
  fault: 'The response wears an envelope',
  breaks: ['rfc6749/5.1/members-at-top-level'],
  replace: { tokenResponseMembers: (members) => ({ code: 0, msg: 'ok', data: members }) },
});
