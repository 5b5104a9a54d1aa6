import { mutant } from '../../../authorization-server/mutant.js';

export default mutant({
  fault: 'A token counts wherever it stands',
  breaks: ['oauth-2.1/5.1/query-token-ignored'],
  replace: ({ tokenPresented }) => ({
    tokenPresented: (tokens) =>
      tokens.header === undefined && tokens.form === undefined && tokens.query !== undefined
        ? { token: tokens.query }
        : tokenPresented(tokens),
  }),
});
