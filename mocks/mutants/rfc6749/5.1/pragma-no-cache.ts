import { mutant } from '../../../authorization-server/mutant.js';

export default mutant({
  fault: 'The response says nothing to caches of HTTP 1.0',
  breaks: ['rfc6749/5.1/pragma-no-cache'],
  replace: { tokenResponseCaching: { 'cache-control': 'no-store' } },
});
