import { mutant } from '../../../authorization-server/mutant.js';
import { unguessable } from '../../../authorization-server/policy/codes.js';

export default mutant({
  fault: 'A code ends with the challenge in hex',
  breaks: ['rfc7636/4.4/challenge-readable-from-code'],
  replace: { newCode: ({ code_challenge = '' }) => `${unguessable()}.${Buffer.from(code_challenge).toString('hex')}` },
});
