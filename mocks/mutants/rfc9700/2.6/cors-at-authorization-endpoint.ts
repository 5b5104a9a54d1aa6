import { mutant } from '../../../authorization-server/mutant.js';

export default mutant({
  fault: 'CORS was switched on for the whole server',
  breaks: ['rfc9700/2.6/cors-at-authorization-endpoint', 'oauth-2.1/3.1/authorization-endpoint-without-cors'],
  because: 'OAuth 2.1 says the same',
  replace: { corsHeaders: () => ({ 'access-control-allow-origin': '*' }) },
});
