import { mutant } from '../../../authorization-server/mutant.js';

export default mutant({
  fault: 'A redemption uses the challenge up and not the code',
  breaks: [
    'rfc6749/4.1.2/redeemed-code-again',
    'rfc6749/5.2/dead-code-is-invalid-grant',
    'rfc6749/5.2/same-error-for-dead-codes',
    'rfc6749/4.1.2/code-reuse-revokes-tokens',
    'rfc7636/4.5/missing-verifier',
  ],
  because:
    'No replay is noticed: the verifier of a used code is surplus, which is another error than that of a dead one; a failed verifier, which burns a code, burns the challenge instead',
  replace: ({ codeKey, challengeToVerify }) => {
    const redeemed = new Set<string>();
    return {
      spendCode: (_store, key) => {
        redeemed.add(key);
        return true;
      },
      challengeToVerify: (code, parameters) => {
        const bound = challengeToVerify(code, parameters);
        return redeemed.has(codeKey(code.code)) ? { code_challenge_method: bound.code_challenge_method } : bound;
      },
    };
  },
});
