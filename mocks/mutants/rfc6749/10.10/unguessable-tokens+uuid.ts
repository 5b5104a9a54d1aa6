import { mutant } from '../../../authorization-server/mutant.js';
import { randomUUID } from 'node:crypto';

export default mutant({
  fault: 'Access tokens are UUIDs, of which six bits never change',
  breaks: ['rfc6749/10.10/unguessable-tokens'],
  replace: { newAccessToken: () => randomUUID() },
});
