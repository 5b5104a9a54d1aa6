import { mutant } from '../../../authorization-server/mutant.js';
import { memory } from '../../../authorization-server/server.js';

export default mutant({
  fault: 'That a code was redeemed is remembered for ten seconds',
  breaks: ['rfc6749/4.1.2/redeemed-code-again'],
  replace: { spendCode: (store, key, until) => store.spentCodes.add(key, true, until - memory + 10_000) },
});
