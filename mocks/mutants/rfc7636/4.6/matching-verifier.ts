import { mutant } from '../../../authorization-server/mutant.js';

export default mutant({
  fault: 'A request with a verifier is refused, whatever the verifier',
  breaks: ['rfc7636/4.6/matching-verifier', 'rfc9700/2.1.1/pkce-supported', 'rfc8414/2/advertised-methods-are-real'],
  because: 'RFC 9700 says the same',
  replace: { verifierWellFormed: () => false },
});
