import { mutant } from '../../../authorization-server/mutant.js';

export default mutant({
  fault: 'A request that authenticates twice is served',
  breaks: ['rfc6749/2.3/two-authentication-methods'],
  replace: { acceptsTwoMethods: true },
});
