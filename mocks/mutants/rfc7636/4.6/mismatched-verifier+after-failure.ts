import { createHash } from 'node:crypto';
import { mutant } from '../../../authorization-server/mutant.js';

export default mutant({
  fault: 'Only the first verifier that comes for a code is held against its challenge',
  breaks: ['rfc7636/4.6/mismatched-verifier', 'rfc6749/10.5/code-after-failed-verifier', 'oauth-2.1/7.5.2/invalid-replay-keeps-tokens'],
  because:
    'There is a second verifier only for a code that is kept, and the mock is declared to burn it; a replay with a wrong one passes for a right one',
  replace: ({ challengeToVerify }) => {
    const checked = new Set<string>();
    return {
      afterFailedVerifier: 'kept',
      challengeToVerify: (code, parameters) => {
        const sent = parameters.get('code_verifier');
        const bound = challengeToVerify(code, parameters);
        if (sent === undefined || bound.code_challenge === undefined) return bound;
        if (checked.has(code.code))
          return { code_challenge: createHash('sha256').update(sent).digest('base64url'), code_challenge_method: 'S256' };
        checked.add(code.code);
        return bound;
      },
    };
  },
});
