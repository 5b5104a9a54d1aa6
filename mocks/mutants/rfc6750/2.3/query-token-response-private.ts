import { mutant } from '../../../authorization-server/mutant.js';

export default mutant({
  fault: 'What a token opens may be stored by any cache',
  breaks: ['rfc6750/2.3/query-token-response-private'],
  replace: { resourceHeaders: { 'cache-control': 'max-age=60' } },
});
