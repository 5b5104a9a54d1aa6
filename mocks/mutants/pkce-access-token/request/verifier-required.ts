import { mutant } from '../../../authorization-server/mutant.js';

export default mutant({
  fault: 'The verifier is checked only if one is sent',
  breaks: ['pkce-access-token/request/verifier-required'],
  replace: { needsVerifier: ({ code_verifier }) => code_verifier !== undefined },
});
