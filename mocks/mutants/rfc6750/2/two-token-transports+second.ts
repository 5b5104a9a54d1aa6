import { mutant } from '../../../authorization-server/mutant.js';

export default mutant({
  fault: 'Of two tokens the one beside the header counts',
  breaks: ['rfc6750/2/two-token-transports'],
  replace: ({ tokenPresented }) => ({
    tokenPresented: (tokens) => {
      const beside = tokens.form ?? tokens.query;
      return tokens.header !== undefined && beside !== undefined ? { token: beside } : tokenPresented(tokens);
    },
  }),
});
