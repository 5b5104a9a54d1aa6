import { mutant } from '../../../authorization-server/mutant.js';

export default mutant({
  fault: 'A code is redeemed again and again until it expires',
  breaks: ['pkce-access-token/single-use/code-exchanged-once'],
  replace: { spendCode: () => true },
});
