import { mutant } from '../../../authorization-server/mutant.js';

export default mutant({
  fault: 'The case of a scope makes no difference',
  breaks: ['rfc6749/3.3/scope-is-a-set'],
  replace: ({ splitScope }) => ({ splitScope: (scope) => splitScope(scope.toLowerCase()) }),
});
