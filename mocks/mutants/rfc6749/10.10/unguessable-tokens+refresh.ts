import { mutant } from '../../../authorization-server/mutant.js';

export default mutant({
  fault: 'Refresh tokens are short',
  breaks: ['rfc6749/10.10/unguessable-tokens'],
  replace: ({ newRefreshToken }) => ({ newRefreshToken: (about) => newRefreshToken(about).slice(0, 16) }),
});
