import { mutant } from '../../../authorization-server/mutant.js';

export default mutant({
  fault: 'Scopes are separated by spaces alone',
  breaks: ['challenge-code-token/request/scope-separators'],
  replace: { splitScope: (text) => text.split(' ').filter((token) => token !== '') },
});
