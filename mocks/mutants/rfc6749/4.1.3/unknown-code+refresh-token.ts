import { mutant } from '../../../authorization-server/mutant.js';

export default mutant({
  fault: 'A refresh token is redeemed like the code that it came of',
  breaks: ['rfc6749/4.1.3/unknown-code'],
  replace: { takenAsCode: ['code', 'refresh_token'] },
});
