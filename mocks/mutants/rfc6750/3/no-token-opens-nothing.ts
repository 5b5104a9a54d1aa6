import { mutant } from '../../../authorization-server/mutant.js';

export default mutant({
  fault: 'Who presents no token is let in',
  breaks: ['rfc6750/3/no-token-opens-nothing'],
  replace: { opensDespite: (situation) => situation === 'no-token' },
});
