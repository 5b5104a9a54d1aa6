import { mutant } from '../../../authorization-server/mutant.js';

export default mutant({
  fault: 'A refresh grants what it asks for',
  breaks: ['rfc6749/6/refresh-widens-no-scope'],
  replace: { refreshedScope: (granted, requested) => requested ?? granted },
});
