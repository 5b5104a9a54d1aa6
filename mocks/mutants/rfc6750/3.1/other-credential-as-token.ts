import { mutant } from '../../../authorization-server/mutant.js';

export default mutant({
  fault: 'A refresh token opens the resource',
  breaks: ['rfc6750/3.1/other-credential-as-token'],
  replace: { takenAsAccessToken: ['access_token', 'refresh_token'] },
});
