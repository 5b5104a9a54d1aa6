import { mutant } from '../../../authorization-server/mutant.js';

export default mutant({
  fault: 'A token counts wherever it stands',
  breaks: ['rfc6750/2.3/token-in-query'],
  replace: ({ tokenPresented }) => ({
    tokenPresented: (tokens) =>
      tokens.header === undefined && tokens.query !== undefined ? { token: tokens.query } : tokenPresented(tokens),
  }),
});
