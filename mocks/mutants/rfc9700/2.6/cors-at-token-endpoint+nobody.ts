import { mutant } from '../../../authorization-server/mutant.js';

export default mutant({
  fault: 'No script is let in anywhere; lawful, and the end of clients in the browser',
  breaks: ['rfc9700/2.6/cors-at-token-endpoint'],
  replace: { corsHeaders: () => ({}) },
});
