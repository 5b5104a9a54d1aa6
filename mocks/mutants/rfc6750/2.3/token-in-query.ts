import { mutant } from '../../../authorization-server/mutant.js';

export default mutant({
  fault: 'A token counts wherever it stands',
  breaks: ['rfc6750/2.3/token-in-query', 'oauth-2.1/5.1/query-token-ignored'],
  because: 'OAuth 2.1 forbids what RFC 6750 leaves open',
  replace: ({ tokenPresented }) => ({
    tokenPresented: (tokens) =>
      tokens.header === undefined && tokens.query !== undefined ? { token: tokens.query } : tokenPresented(tokens),
  }),
});
