import { mutant } from '../../../authorization-server/mutant.js';

export default mutant({
  fault: 'The first half of a refresh token decides',
  breaks: ['rfc6749/6/unknown-refresh-token'],
  replace: { refreshTokenKey: (token) => token.slice(0, 21) },
});
