import { mutant } from '../../../authorization-server/mutant.js';

export default mutant({
  fault: 'A new refresh token is for what was asked for last',
  breaks: ['rfc6749/6/new-refresh-token-scope'],
  replace: { scopeOfNewRefreshToken: (granted, refreshed) => refreshed },
});
