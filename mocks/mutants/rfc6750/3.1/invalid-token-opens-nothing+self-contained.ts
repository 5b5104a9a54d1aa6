import { mutant } from '../../../authorization-server/mutant.js';
import { selfContainedToken, tokenIdentifier } from '../../../authorization-server/self-contained-token.js';

export default mutant({
  fault: 'An access token is a JWT whose signature nobody looks at',
  breaks: ['rfc6750/3.1/invalid-token-opens-nothing'],
  replace: { newAccessToken: (about) => selfContainedToken(about), accessTokenKey: tokenIdentifier },
});
