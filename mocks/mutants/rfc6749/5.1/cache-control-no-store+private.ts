import { mutant } from '../../../authorization-server/mutant.js';

export default mutant({
  fault: 'The response may be stored, though only by the browser',
  breaks: ['rfc6749/5.1/cache-control-no-store'],
  replace: ({ tokenResponseCaching }) => ({ tokenResponseCaching: { ...tokenResponseCaching, 'cache-control': 'private, no-cache' } }),
});
