import { mutant } from '../../../authorization-server/mutant.js';

export default mutant({
  fault: 'A lifetime of milliseconds is taken for one of seconds',
  breaks: ['rfc6749/4.1.2/expired-code', 'rfc6749/4.1.2/code-lifetime-ten-minutes'],
  because: 'What lives for a day lives for more than ten minutes',
  replace: { codeExpired: (age, lifetime) => age >= lifetime * 1_000_000 },
});
