import { mutant } from '../../../authorization-server/mutant.js';

export default mutant({
  fault: 'The token is said to be of a type that it is not',
  breaks: ['pkce-access-token/response/token-type-bearer'],
  replace: { tokenTypeMember: 'mac' },
});
