import { mutant } from '../../../authorization-server/mutant.js';

export default mutant({
  fault: 'The shortest verifier is a character too long',
  breaks: [
    'rfc7636/4.1/legal-verifier-lengths',
    'rfc7636/4.6/matching-verifier',
    'rfc7636/app.b/published-s256-example',
    'rfc7636/4.6/hashed-verifier-under-plain',
  ],
  because: 'The published verifier and every hash have 43 characters',
  replace: { verifierWellFormed: (verifier) => /^[A-Za-z0-9\-._~]{44,128}$/.test(verifier) },
});
