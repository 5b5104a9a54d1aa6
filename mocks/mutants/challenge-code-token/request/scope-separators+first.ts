import { mutant } from '../../../authorization-server/mutant.js';

export default mutant({
  fault: 'Of several scopes the first is granted',
  breaks: ['challenge-code-token/request/scope-separators'],
  replace: ({ splitScope }) => ({ splitScope: (text) => splitScope(text).slice(0, 1) }),
});
