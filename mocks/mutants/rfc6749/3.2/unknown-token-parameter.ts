import { mutant } from '../../../authorization-server/mutant.js';

export default mutant({
  fault: 'A token request with a parameter that the server does not know is refused',
  breaks: ['rfc6749/3.2/unknown-token-parameter', 'rfc6749/3.2/empty-token-parameter', 'rfc7636/4.5/challenge-in-token-request'],
  because: 'An unknown parameter is refused although it is empty, and a token request knows no code_challenge',
  replace: (correct) => ({ acceptsUnknownParameter: (name, at) => at !== 'token' && correct.acceptsUnknownParameter(name, at) }),
});
