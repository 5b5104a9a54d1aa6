import { mutant } from '../../../authorization-server/mutant.js';

export default mutant({
  fault: 'Brackets behind the name of the verifier are taken off',
  breaks: ['rfc6749/3.2/verifier-lookalike-parameter'],
  replace: (correct) => ({ parameterName: (name) => correct.parameterName(/^code_verifier\[.*\]$/.test(name) ? 'code_verifier' : name) }),
});
