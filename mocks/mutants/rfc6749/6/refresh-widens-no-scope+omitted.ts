import { mutant } from '../../../authorization-server/mutant.js';

export default mutant({
  fault: 'A refresh that names no scope is given the first',
  breaks: ['rfc6749/6/refresh-widens-no-scope', 'rfc6749/6/new-refresh-token-scope'],
  because: 'A renewed token that is used without scope is given the first as well',
  replace: ({ refreshedScope }) => ({ refreshedScope: (granted, requested) => refreshedScope(granted, requested ?? granted.slice(0, 1)) }),
});
