import { mutant } from '../../../authorization-server/mutant.js';

export default mutant({
  fault: 'A code passes for the refresh token that came of it',
  breaks: ['rfc6749/6/unknown-refresh-token'],
  replace: { takenAsRefreshToken: ['refresh_token', 'code'] },
});
