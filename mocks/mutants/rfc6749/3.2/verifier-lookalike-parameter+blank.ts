import { mutant } from '../../../authorization-server/mutant.js';

export default mutant({
  fault: 'Blanks around the name of the verifier are taken off',
  breaks: ['rfc6749/3.2/verifier-lookalike-parameter'],
  replace: (correct) => ({ parameterName: (name) => correct.parameterName(name.trim() === 'code_verifier' ? 'code_verifier' : name) }),
});
