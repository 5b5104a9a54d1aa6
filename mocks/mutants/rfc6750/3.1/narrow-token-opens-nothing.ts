import { mutant } from '../../../authorization-server/mutant.js';

export default mutant({
  fault: 'The scope of a token is not looked at',
  breaks: ['rfc6750/3.1/narrow-token-opens-nothing'],
  replace: { scopeOpens: () => true },
});
