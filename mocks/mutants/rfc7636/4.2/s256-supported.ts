import { mutant } from '../../../authorization-server/mutant.js';

export default mutant({
  fault: 'S256 is a method that the server does not know',
  breaks: ['rfc7636/4.2/s256-supported', 'rfc8414/2/advertised-methods-are-real'],
  because: 'The rules beside its own look at the same decision from another side',
  replace: { methodNamed: (name) => (name === 'plain' ? name : undefined) },
});
