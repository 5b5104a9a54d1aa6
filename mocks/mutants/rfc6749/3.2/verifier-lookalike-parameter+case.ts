import { mutant } from '../../../authorization-server/mutant.js';

export default mutant({
  fault: 'The name of the verifier is read in any case',
  breaks: ['rfc6749/3.2/verifier-lookalike-parameter'],
  replace: (correct) => ({ parameterName: (name) => correct.parameterName(/^code_verifier$/i.test(name) ? 'code_verifier' : name) }),
});
