import { mutant } from '../../../authorization-server/mutant.js';

export default mutant({
  fault: 'A refresh token is good to whoever has it',
  breaks: ['rfc6749/6/refresh-client-binding'],
  replace: { refreshTokenBelongsTo: () => true },
});
