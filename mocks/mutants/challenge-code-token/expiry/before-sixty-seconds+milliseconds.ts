import { mutant } from '../../../authorization-server/mutant.js';

export default mutant({
  fault: 'A lifetime of seconds is compared with milliseconds',
  breaks: ['challenge-code-token/expiry/before-sixty-seconds'],
  replace: { accessTokenExpired: (token, now) => now >= token.issuedAt + 60 },
});
