import { mutant } from '../../../authorization-server/mutant.js';

export default mutant({
  fault: 'Whoever asks is told that it is the one who may, cookies and all',
  breaks: ['rfc9700/2.6/cors-at-authorization-endpoint', 'oauth-2.1/3.1/authorization-endpoint-without-cors'],
  because: 'OAuth 2.1 says the same',
  replace: ({ corsHeaders }) => ({
    corsHeaders: (at, origin) =>
      at === 'authorization'
        ? { 'access-control-allow-origin': origin, 'access-control-allow-credentials': 'true' }
        : corsHeaders(at, origin),
  }),
});
