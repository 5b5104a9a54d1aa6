import { mutant } from '../../../authorization-server/mutant.js';

export default mutant({
  fault: 'A code is good for ten seconds beyond its lifetime',
  breaks: ['rfc6749/4.1.2/expired-code'],
  replace: { codeExpired: (age, lifetime) => age >= (lifetime + 10) * 1000 },
});
