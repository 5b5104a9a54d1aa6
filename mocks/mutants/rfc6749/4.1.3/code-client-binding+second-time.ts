import { mutant } from '../../../authorization-server/mutant.js';

export default mutant({
  fault: 'A client that is refused the code of another becomes its client by that',
  breaks: ['rfc6749/4.1.3/code-client-binding'],
  replace: ({ codeBelongsTo, codeKey }) => {
    const taken = new Map<string, string>();
    return {
      codeBelongsTo: (code, client_id, verifier) => {
        const key = codeKey(code.code);
        if (taken.get(key) === client_id || codeBelongsTo(code, client_id, verifier)) return true;
        taken.set(key, client_id);
        return false;
      },
    };
  },
});
