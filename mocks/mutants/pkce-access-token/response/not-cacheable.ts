import { mutant } from '../../../authorization-server/mutant.js';

export default mutant({
  fault: 'Nothing forbids to cache the response',
  breaks: ['pkce-access-token/response/not-cacheable'],
  replace: { tokenResponseCaching: {} },
});
