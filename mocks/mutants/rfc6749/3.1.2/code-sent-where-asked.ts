import { mutant } from '../../../authorization-server/mutant.js';

export default mutant({
  fault: 'The answer goes to the first redirect URI that the client has registered, whichever it asked for',
  breaks: ['rfc6749/3.1.2/code-sent-where-asked'],
  replace: ({ addToRedirectUri }) => ({
    addToRedirectUri: (redirectUri, members) => addToRedirectUri(redirectUri.replace(/\/callback2$/, '/callback'), members),
  }),
});
