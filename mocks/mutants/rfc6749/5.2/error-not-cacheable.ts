import { mutant } from '../../../authorization-server/mutant.js';

export default mutant({
  fault: 'An error says nothing to caches',
  breaks: ['rfc6749/5.2/error-not-cacheable'],
  replace: { errorHeaders: {} },
});
