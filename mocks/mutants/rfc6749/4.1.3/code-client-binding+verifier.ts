import { mutant } from '../../../authorization-server/mutant.js';

export default mutant({
  fault: 'A client that knows the verifier counts as the client of the code',
  breaks: ['rfc6749/4.1.3/code-client-binding', 'rfc6749/4.1.3/right-verifier-wrong-client'],
  because: 'The second is the same check, told of the verifier',
  replace: ({ codeBelongsTo }) => ({
    codeBelongsTo: (code, client_id, code_verifier) => code_verifier !== undefined || codeBelongsTo(code, client_id, code_verifier),
  }),
});
