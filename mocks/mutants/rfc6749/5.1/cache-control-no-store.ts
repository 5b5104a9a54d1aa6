import { mutant } from '../../../authorization-server/mutant.js';

export default mutant({
  fault: 'The response says nothing to caches of today',
  breaks: ['rfc6749/5.1/cache-control-no-store'],
  replace: ({ tokenResponseCaching: { 'cache-control': _dropped, ...rest } }) => ({ tokenResponseCaching: rest }),
});
