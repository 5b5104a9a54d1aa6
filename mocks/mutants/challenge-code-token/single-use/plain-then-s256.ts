import { mutant } from '../../../authorization-server/mutant.js';

export default mutant({
  fault: 'The ledger holds what was sent, method and challenge, and not the verifier that it means',
  breaks: [
    'challenge-code-token/single-use/plain-then-s256',
    'challenge-code-token/single-use/s256-then-plain',
    'challenge-code-token/single-use/same-challenge-race',
  ],
  because: 'The two methods are apart in either order, and when they arrive together',
  replace: { ledgerKey: ({ code_challenge, code_challenge_method }) => `${code_challenge_method} ${code_challenge}` },
});
