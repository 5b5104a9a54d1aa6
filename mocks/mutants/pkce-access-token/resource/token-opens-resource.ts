import { mutant } from '../../../authorization-server/mutant.js';

export default mutant({
  fault: 'No access token opens the resource',
  breaks: ['pkce-access-token/resource/token-opens-resource'],
  replace: { takenAsAccessToken: [] },
});
