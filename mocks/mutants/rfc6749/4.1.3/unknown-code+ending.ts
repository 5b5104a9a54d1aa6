import { mutant } from '../../../authorization-server/mutant.js';

export default mutant({
  fault: 'A code is found by its last twenty characters',
  breaks: ['rfc6749/4.1.3/unknown-code'],
  replace: { codeKey: (code) => code.slice(-20) },
});
