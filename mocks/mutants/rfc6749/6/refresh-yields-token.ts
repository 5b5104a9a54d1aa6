import { mutant } from '../../../authorization-server/mutant.js';

export default mutant({
  fault: 'A refresh token is no good to anybody',
  breaks: ['rfc6749/6/refresh-yields-token', 'rfc8414/2/advertised-grants-are-real'],
  because: 'The rules beside its own look at the same decision from another side',
  replace: { refreshTokenBelongsTo: () => false },
});
