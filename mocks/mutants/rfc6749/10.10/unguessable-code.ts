import { mutant } from '../../../authorization-server/mutant.js';
import { randomBytes } from 'node:crypto';

export default mutant({
  fault: 'A code has six characters',
  breaks: ['rfc6749/10.10/unguessable-code'],
  replace: { newCode: () => randomBytes(6).toString('base64url').slice(0, 6) },
});
