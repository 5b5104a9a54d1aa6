import { mutant } from '../../../authorization-server/mutant.js';

export default mutant({
  fault: 'A comma separates scopes like a space',
  breaks: ['rfc6749/3.3/unknown-scope'],
  replace: { splitScope: (scope) => scope.split(/[ ,]/).filter(Boolean) },
});
