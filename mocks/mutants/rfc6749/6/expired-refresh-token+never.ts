import { mutant } from '../../../authorization-server/mutant.js';

export default mutant({
  fault: 'Nobody looks at the age of a refresh token',
  breaks: ['rfc6749/6/expired-refresh-token'],
  replace: { refreshTokenExpired: () => false },
});
