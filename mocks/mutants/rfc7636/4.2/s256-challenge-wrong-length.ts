import { mutant } from '../../../authorization-server/mutant.js';

export default mutant({
  fault: 'Of an S256 challenge that the general grammar allows, the first 43 characters are kept',
  breaks: ['rfc7636/4.2/s256-challenge-wrong-length'],
  replace: { challengeRead: (sent, method) => (method === 'S256' && /^[A-Za-z0-9\-._~]{43,128}$/.test(sent) ? sent.slice(0, 43) : sent) },
});
