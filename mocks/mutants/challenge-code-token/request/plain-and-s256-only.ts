import { mutant } from '../../../authorization-server/mutant.js';

export default mutant({
  fault: 'A method that is not known is taken for plain',
  breaks: ['challenge-code-token/request/plain-and-s256-only'],
  replace: { methodNamed: (name) => (name === 'S256' ? 'S256' : 'plain') },
});
