import { mutant } from '../../../authorization-server/mutant.js';

export default mutant({
  fault: 'A lifetime of seconds is compared with milliseconds',
  breaks: ['rfc6749/4.1.2/expired-code'],
  replace: { codeExpired: (age, lifetime) => age >= lifetime },
});
