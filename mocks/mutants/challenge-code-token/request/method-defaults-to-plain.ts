import { mutant } from '../../../authorization-server/mutant.js';

export default mutant({
  fault: 'A challenge without a method is taken for S256',
  breaks: ['challenge-code-token/request/method-defaults-to-plain'],
  replace: { methodWhenOmitted: 'S256' },
});
