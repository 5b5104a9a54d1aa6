import { mutant } from '../../../authorization-server/mutant.js';

export default mutant({
  fault: 'Each use gives the token another minute',
  breaks: ['challenge-code-token/expiry/use-extends-nothing'],
  replace: { expiryAfterUse: (_token, now) => now + 60_000 },
});
