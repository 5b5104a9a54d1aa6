import { mutant } from '../../../authorization-server/mutant.js';

export default mutant({
  fault: 'The response repeats the challenge',
  breaks: ['challenge-code-token/response/no-secret-echo'],
  replace: { tokenResponseMembers: (members, { parameters }) => ({ ...members, code_challenge: parameters.get('code_challenge') }) },
});
