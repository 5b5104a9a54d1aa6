import { mutant } from '../../../authorization-server/mutant.js';

export default mutant({
  fault: 'The revocation endpoint says yes and revokes nothing',
  breaks: ['rfc6749/6/unknown-refresh-token', 'rfc6750/3.1/invalid-token-opens-nothing'],
  because: 'An access token stays alive as well',
  replace: { revokes: false },
});
