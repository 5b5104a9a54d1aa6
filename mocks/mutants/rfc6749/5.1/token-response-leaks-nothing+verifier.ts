import { mutant } from '../../../authorization-server/mutant.js';

export default mutant({
  fault: 'The response repeats the verifier',
  breaks: ['rfc6749/5.1/token-response-leaks-nothing'],
  replace: { tokenResponseMembers: (members, { parameters }) => ({ ...members, code_verifier: parameters.get('code_verifier') }) },
});
