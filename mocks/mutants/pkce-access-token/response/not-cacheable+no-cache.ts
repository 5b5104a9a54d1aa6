import { mutant } from '../../../authorization-server/mutant.js';

export default mutant({
  fault: 'The response may be stored as long as it is asked for again',
  breaks: ['pkce-access-token/response/not-cacheable'],
  replace: { tokenResponseCaching: { 'cache-control': 'no-cache', pragma: 'no-cache' } },
});
