import { mutant } from '../../../authorization-server/mutant.js';

export default mutant({
  fault: 'Nothing is written down, and every challenge is fresh',
  breaks: [
    'challenge-code-token/single-use/same-challenge-twice',
    'challenge-code-token/single-use/plain-then-s256',
    'challenge-code-token/single-use/s256-then-plain',
    'challenge-code-token/single-use/reuse-after-expiry',
    'challenge-code-token/single-use/same-challenge-race',
    'challenge-code-token/single-use/reuse-by-another-client',
    'challenge-code-token/single-use/reuse-in-disguise',
  ],
  because: 'Without a ledger no kind of reuse is recognised',
  replace: { spendVerifier: () => true },
});
