import { mutant } from '../../../authorization-server/mutant.js';

export default mutant({
  fault: 'The response has no token_type',
  breaks: ['rfc6749/5.1/token-type-present'],
  replace: { tokenTypeMember: undefined },
});
