import { mutant } from '../../../authorization-server/mutant.js';

export default mutant({
  fault: 'A refresh needs a verifier as well',
  breaks: ['rfc7636/4.5/refresh-without-verifier', 'rfc6749/6/refresh-yields-token', 'rfc8414/2/advertised-grants-are-real'],
  because: 'A refresh without a verifier is refused, and none has one',
  replace: { refreshNeedsVerifier: true },
});
