import { mutant } from '../../../authorization-server/mutant.js';

export default mutant({
  fault: 'A live access token in the Authorization header stands in for the verifier',
  breaks: ['pkce-access-token/request/needless-authorization-header'],
  replace: { needsVerifier: ({ code_challenge, bearerIsLive }) => code_challenge !== undefined && !bearerIsLive },
});
