import { mutant } from '../../../authorization-server/mutant.js';

export default mutant({
  fault: 'The code of a pushed request is redeemed again and again until it expires',
  breaks: ['rfc6749/4.1.2/redeemed-code-again'],
  replace: ({ keptOfPush, newCode, spendCode }) => {
    const challenges = new Set<string | undefined>();
    const codes = new Set<string>();
    return {
      keptOfPush: (parameters) => {
        challenges.add(parameters.find(([name]) => name === 'code_challenge')?.[1]);
        return keptOfPush(parameters);
      },
      newCode: (about) => {
        const code = newCode(about);
        if (about.code_challenge !== undefined && challenges.has(about.code_challenge)) codes.add(code);
        return code;
      },
      spendCode: (store, key, until, client) => codes.has(key) || spendCode(store, key, until, client),
    };
  },
});
