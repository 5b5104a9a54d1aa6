import { mutant } from '../../../authorization-server/mutant.js';

export default mutant({
  fault: 'Who presents no token is let in',
  breaks: ['rfc6750/3/no-token-opens-nothing', 'oauth-2.1/5.1/query-token-ignored'],
  because: 'A token that is ignored is no token',
  replace: { opensDespite: (situation) => situation === 'no-token' },
});
