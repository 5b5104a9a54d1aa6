import { mutant } from '../../../authorization-server/mutant.js';

export default mutant({
  fault: 'A token request with a parameter that the server does not know is refused',
  breaks: ['rfc6749/3.2/unknown-token-parameter', 'rfc6749/3.2/empty-token-parameter'],
  because: 'An unknown parameter is refused although it is empty',
  replace: (correct) => ({ acceptsUnknownParameter: (name, at) => at !== 'token' && correct.acceptsUnknownParameter(name, at) }),
});
