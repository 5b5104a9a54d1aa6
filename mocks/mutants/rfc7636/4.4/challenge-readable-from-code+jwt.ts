import { mutant } from '../../../authorization-server/mutant.js';
import { unguessable } from '../../../authorization-server/policy/codes.js';

export default mutant({
  fault: 'A code is a signed token with the challenge among its claims',
  breaks: ['rfc7636/4.4/challenge-readable-from-code'],
  replace: {
    newCode: ({ code_challenge }) =>
      [{ alg: 'HS256' }, { code_challenge, jti: unguessable() }]
        .map((part) => Buffer.from(JSON.stringify(part)).toString('base64url'))
        .join('.') + `.${unguessable()}`,
  },
});
