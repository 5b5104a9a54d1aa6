import { mutant } from '../../../authorization-server/mutant.js';

export default mutant({
  fault: 'The case of the method is not looked at',
  breaks: ['challenge-code-token/request/plain-and-s256-only'],
  replace: (correct) => ({ methodNamed: (name) => (name.toLowerCase() === 's256' ? 'S256' : correct.methodNamed(name.toLowerCase())) }),
});
