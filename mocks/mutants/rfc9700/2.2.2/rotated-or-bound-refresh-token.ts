import { mutant } from '../../../authorization-server/mutant.js';

export default mutant({
  fault: 'A public client keeps one refresh token for as long as it lives',
  breaks: ['rfc9700/2.2.2/rotated-or-bound-refresh-token', 'oauth-2.1/4.3.1/one-time-or-constrained-refresh'],
  because: 'OAuth 2.1 says the same',
  replace: { rotatesRefreshToken: (client) => client.token_endpoint_auth_method !== 'none' },
});
