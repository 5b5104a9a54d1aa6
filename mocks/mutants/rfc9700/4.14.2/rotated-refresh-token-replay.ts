import { mutant } from '../../../authorization-server/mutant.js';

export default mutant({
  fault: 'The replay of a refresh token is refused, and nothing comes of having noticed it',
  breaks: ['rfc9700/4.14.2/rotated-refresh-token-replay'],
  replace: { reuseRevokesGrant: false },
});
