import { mutant } from '../../../authorization-server/mutant.js';

export default mutant({
  fault: 'Whatever scope is asked for is granted',
  breaks: ['rfc6749/3.3/unknown-scope'],
  replace: { grantedScope: (requested) => requested },
});
