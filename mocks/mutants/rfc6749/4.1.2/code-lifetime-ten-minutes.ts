import { mutant } from '../../../authorization-server/mutant.js';

export default mutant({
  fault: 'A code lives for an hour',
  breaks: ['rfc6749/4.1.2/code-lifetime-ten-minutes', 'rfc6749/4.1.2/expired-code'],
  because: 'The target names a lifetime of a minute',
  replace: { codeLifetime: 3600 },
});
