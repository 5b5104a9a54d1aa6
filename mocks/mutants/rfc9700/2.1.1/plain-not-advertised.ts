import { mutant } from '../../../authorization-server/mutant.js';

export default mutant({
  fault: 'The challenge method plain is offered beside S256',
  breaks: ['rfc9700/2.1.1/plain-not-advertised', 'rfc7636/4.3/omitted-method-without-plain', 'rfc7636/4.4.1/plain-not-offered'],
  because: 'What is offered is accepted, and the target says that plain is not offered',
  replace: { methodsOffered: ['S256', 'plain'] },
});
