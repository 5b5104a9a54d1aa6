import { mutant } from '../../../authorization-server/mutant.js';
import { memory } from '../../../authorization-server/server.js';

export default mutant({
  fault: 'That a code was redeemed is remembered for ten seconds',
  breaks: ['pkce-access-token/single-use/code-exchanged-once'],
  replace: { spendCode: (store, key, until) => store.spentCodes.add(key, true, until - memory + 10_000) },
});
