import { mutant } from '../../../authorization-server/mutant.js';
import { selfContainedToken, tokenIdentifier } from '../../../authorization-server/self-contained-token.js';

export default mutant({
  fault: 'A refresh token is a JWT whose signature nobody looks at',
  breaks: ['rfc6749/6/unknown-refresh-token'],
  replace: { newRefreshToken: (about) => selfContainedToken(about), refreshTokenKey: tokenIdentifier },
});
