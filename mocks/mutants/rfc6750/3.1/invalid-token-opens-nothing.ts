import { mutant } from '../../../authorization-server/mutant.js';

export default mutant({
  fault: 'The first characters of a token decide',
  breaks: ['rfc6750/3.1/invalid-token-opens-nothing'],
  replace: { accessTokenKey: (token) => token.slice(0, 32) },
});
