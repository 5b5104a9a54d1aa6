import { mutant } from '../../../authorization-server/mutant.js';

export default mutant({
  fault: 'Characters that no challenge can hold are taken out of it',
  breaks: ['rfc7636/4.2/illegal-challenge-characters', 'rfc7636/3/padded-s256-challenge'],
  because: 'The padding of base64 is such a character',
  replace: { challengeRead: (sent) => sent.replace(/[^A-Za-z0-9\-._~]/g, '') },
});
