import { mutant } from '../../../authorization-server/mutant.js';

export default mutant({
  fault: 'The code of a pushed request belongs to whoever brings it',
  breaks: ['rfc6749/4.1.3/code-client-binding'],
  replace: ({ keptOfPush, codeBelongsTo }) => {
    const pushed = new Set<string | undefined>();
    return {
      keptOfPush: (parameters) => {
        pushed.add(parameters.find(([name]) => name === 'code_challenge')?.[1]);
        return keptOfPush(parameters);
      },
      codeBelongsTo: (code, client_id, code_verifier) =>
        (code.code_challenge !== undefined && pushed.has(code.code_challenge)) || codeBelongsTo(code, client_id, code_verifier),
    };
  },
});
