import { mutant } from '../../../authorization-server/mutant.js';

export default mutant({
  fault: 'The challenge method plain is listed and refused',
  breaks: ['rfc8414/2/advertised-methods-are-real', 'rfc9700/2.1.1/plain-not-advertised'],
  because: 'Where plain is listed it is offered, whether or not it works',
  replace: { metadataMembers: (members) => ({ ...members, code_challenge_methods_supported: ['S256', 'plain'] }) },
});
