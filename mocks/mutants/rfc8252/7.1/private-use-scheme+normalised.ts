import { mutant } from '../../../authorization-server/mutant.js';

export default mutant({
  fault: 'The redirect URI is put together again with two slashes, as though it had a host',
  breaks: ['rfc8252/7.1/private-use-scheme'],
  replace: ({ addToRedirectUri }) => ({
    addToRedirectUri: (redirectUri, members) => addToRedirectUri(redirectUri.replace(/^(?!https?:)([a-z.]+):\/(?!\/)/, '$1:///'), members),
  }),
});
