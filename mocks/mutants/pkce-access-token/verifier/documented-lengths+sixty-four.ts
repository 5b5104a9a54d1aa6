import { mutant } from '../../../authorization-server/mutant.js';

export default mutant({
  fault: 'A verifier of more than 64 characters is too long',
  breaks: ['pkce-access-token/verifier/documented-lengths'],
  replace: { verifierWellFormed: (verifier) => /^[A-Za-z0-9\-._~]{43,64}$/.test(verifier) },
});
