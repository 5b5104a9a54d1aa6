import { mutant } from '../../../authorization-server/mutant.js';

export default mutant({
  fault: 'An access token passes for a refresh token',
  breaks: ['rfc6749/6/unknown-refresh-token'],
  replace: { takenAsRefreshToken: ['refresh_token', 'access_token'] },
});
