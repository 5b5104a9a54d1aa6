import { mutant } from '../../../authorization-server/mutant.js';

export default mutant({
  fault: 'A refresh token is no good to anybody',
  breaks: ['rfc6749/6/refresh-yields-token'],
  replace: { refreshTokenBelongsTo: () => false },
});
