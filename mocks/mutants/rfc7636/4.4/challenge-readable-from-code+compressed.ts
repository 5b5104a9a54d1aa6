import { mutant } from '../../../authorization-server/mutant.js';
import { deflateRawSync } from 'node:zlib';
import { unguessable } from '../../../authorization-server/policy/codes.js';

export default mutant({
  fault: 'A code is what it stands for, compressed and written in base64url',
  breaks: ['rfc7636/4.4/challenge-readable-from-code'],
  replace: { newCode: (about) => deflateRawSync(JSON.stringify({ ...about, id: unguessable() })).toString('base64url') },
});
