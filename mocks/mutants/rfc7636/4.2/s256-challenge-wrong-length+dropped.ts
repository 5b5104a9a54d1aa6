import { mutant } from '../../../authorization-server/mutant.js';

export default mutant({
  fault: 'An S256 challenge that is longer than a hash is dropped, and the code issued without one',
  breaks: ['rfc7636/4.2/s256-challenge-wrong-length'],
  replace: { challengeRead: (sent, method) => (method === 'S256' && /^[A-Za-z0-9\-._~]{44,128}$/.test(sent) ? undefined : sent) },
});
