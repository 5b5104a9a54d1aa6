import { mutant } from '../../../authorization-server/mutant.js';

export default mutant({
  fault: 'A code dies a second before its lifetime is over',
  breaks: ['rfc6749/4.1.2/expired-code'],
  replace: { codeExpired: (age, lifetime) => age >= (lifetime - 1) * 1000 },
});
