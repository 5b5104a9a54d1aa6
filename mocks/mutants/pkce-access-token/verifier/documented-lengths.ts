import { mutant } from '../../../authorization-server/mutant.js';

export default mutant({
  fault: 'A verifier of 128 characters is too long',
  breaks: ['pkce-access-token/verifier/documented-lengths'],
  replace: { verifierWellFormed: (verifier) => /^[A-Za-z0-9\-._~]{43,127}$/.test(verifier) },
});
