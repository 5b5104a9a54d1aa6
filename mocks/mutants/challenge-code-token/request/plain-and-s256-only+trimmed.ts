import { mutant } from '../../../authorization-server/mutant.js';

export default mutant({
  fault: 'Blanks around the method are taken off',
  breaks: ['challenge-code-token/request/plain-and-s256-only'],
  replace: (correct) => ({ methodNamed: (name) => correct.methodNamed(name.trim()) }),
});
