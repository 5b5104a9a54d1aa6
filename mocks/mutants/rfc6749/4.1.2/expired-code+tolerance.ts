import { mutant } from '../../../authorization-server/mutant.js';

export default mutant({
  fault: 'A code lives for the two seconds longer that clocks are forgiven',
  breaks: ['rfc6749/4.1.2/expired-code'],
  replace: { codeExpired: (age, lifetime) => age >= (lifetime + 2) * 1000 },
});
