import { mutant } from '../../../authorization-server/mutant.js';

export default mutant({
  fault: 'Every origin is let in with cookies, which no browser believes',
  breaks: ['rfc9700/2.6/cors-at-token-endpoint'],
  replace: ({ corsHeaders }) => ({
    corsHeaders: (at, origin) =>
      at === 'token' ? { 'access-control-allow-origin': '*', 'access-control-allow-credentials': 'true' } : corsHeaders(at, origin),
  }),
});
