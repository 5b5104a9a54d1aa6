import { mutant } from '../../../authorization-server/mutant.js';

export default mutant({
  fault: 'The floor of the length is one too low',
  breaks: ['pkce-access-token/verifier/printed-samples-too-short'],
  replace: { verifierWellFormed: (verifier) => /^[A-Za-z0-9\-._~]{42,128}$/.test(verifier) },
});
