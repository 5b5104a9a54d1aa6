import { mutant } from '../../../authorization-server/mutant.js';

export default mutant({
  fault: 'Each use gives the token its time anew',
  breaks: ['rfc6749/5.1/expires-in-is-honest'],
  replace: { expiryAfterUse: (token, now) => now + token.expiresAt - token.issuedAt },
});
