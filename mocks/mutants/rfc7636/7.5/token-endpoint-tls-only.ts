import { mutant } from '../../../authorization-server/mutant.js';

export default mutant({
  fault: 'The server answers on port 80 as it does over TLS',
  breaks: ['rfc7636/7.5/token-endpoint-tls-only'],
  replace: { answersInTheClear: true },
});
