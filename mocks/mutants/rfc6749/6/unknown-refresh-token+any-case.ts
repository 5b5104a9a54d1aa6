import { mutant } from '../../../authorization-server/mutant.js';

export default mutant({
  fault: 'A refresh token is found in any case',
  breaks: ['rfc6749/6/unknown-refresh-token'],
  replace: { refreshTokenKey: (token) => token.toLowerCase() },
});
