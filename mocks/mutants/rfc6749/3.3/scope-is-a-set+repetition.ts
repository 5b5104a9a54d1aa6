import { mutant } from '../../../authorization-server/mutant.js';

export default mutant({
  fault: 'A scope that is named twice is refused',
  breaks: ['rfc6749/3.3/scope-is-a-set'],
  replace: ({ grantedScope }) => ({
    grantedScope: (requested, allowed) => (new Set(requested).size === requested.length ? grantedScope(requested, allowed) : undefined),
  }),
});
