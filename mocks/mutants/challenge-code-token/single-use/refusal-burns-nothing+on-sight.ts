import { mutant } from '../../../authorization-server/mutant.js';

export default mutant({
  fault: 'A challenge counts as used once it was seen, in whatever request',
  breaks: ['challenge-code-token/single-use/refusal-burns-nothing', 'challenge-code-token/single-use/equal-string-other-verifier'],
  because: 'The same text under the other method was seen as well',
  replace: (correct) => {
    const seen = new Map<string, number>();
    return {
      parametersOf: (sources, at) => {
        const challenge = [...sources.body, ...sources.query].find(([name]) => name === 'code_challenge')?.[1] ?? '';
        seen.set(challenge, (seen.get(challenge) ?? 0) + 1);
        return correct.parametersOf(sources, at);
      },
      spendVerifier: (store, key, until) => (seen.get(key) ?? 0) < 2 && correct.spendVerifier(store, key, until),
    };
  },
});
