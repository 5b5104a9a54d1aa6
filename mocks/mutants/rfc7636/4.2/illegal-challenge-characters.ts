import { mutant } from '../../../authorization-server/mutant.js';

export default mutant({
  fault: 'A challenge with an impossible character is dropped, and the code issued without one',
  breaks: ['rfc7636/4.2/illegal-challenge-characters'],
  replace: { challengeRead: (sent) => (/[^A-Za-z0-9\-._~]/.test(sent) ? undefined : sent) },
});
