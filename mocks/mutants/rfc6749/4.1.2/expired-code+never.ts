import { mutant } from '../../../authorization-server/mutant.js';

export default mutant({
  fault: 'Nobody looks at the age of a code',
  breaks: ['rfc6749/4.1.2/expired-code', 'rfc6749/4.1.2/code-lifetime-ten-minutes'],
  because: 'What never expires lives for more than ten minutes',
  replace: { codeExpired: () => false },
});
