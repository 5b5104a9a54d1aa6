import { mutant } from '../../../authorization-server/mutant.js';

export default mutant({
  fault: 'Failed authentication burns the code that came with it',
  breaks: ['rfc6749/3.2.1/failed-authentication-keeps-code'],
  replace: { failedAuthenticationBurnsCode: true },
});
