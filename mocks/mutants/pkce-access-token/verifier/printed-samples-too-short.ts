import { mutant } from '../../../authorization-server/mutant.js';

export default mutant({
  fault: 'A verifier may be as short as it likes',
  breaks: ['pkce-access-token/verifier/printed-samples-too-short'],
  replace: { verifierWellFormed: (verifier) => /^[A-Za-z0-9\-._~]{1,128}$/.test(verifier) },
});
