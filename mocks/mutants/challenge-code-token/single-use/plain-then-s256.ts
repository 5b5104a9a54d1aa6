import { mutant } from '../../../authorization-server/mutant.js';

export default mutant({
  fault: 'The ledger tells challenges apart instead of verifiers: a plain one is remembered as it stands',
  breaks: ['challenge-code-token/single-use/plain-then-s256', 'challenge-code-token/single-use/s256-then-plain', 'challenge-code-token/single-use/equal-string-other-verifier'],
  because: 'The same key is wrong in either order, and takes a plain challenge for the S256 one it is spelled like',
  replace: { ledgerKey: ({ code_challenge }) => code_challenge },
});
