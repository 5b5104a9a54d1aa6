import { mutant } from '../../../authorization-server/mutant.js';

export default mutant({
  fault: 'A code is delivered in the fragment',
  breaks: [
    'rfc6749/app.a.11/code-charset-and-delivery',
    'rfc7636/5/flow-without-pkce',
    'rfc7636/app.b/published-s256-example',
    'rfc9126/4/front-channel-challenge',
  ],
  because: 'A request may be turned down in advance there, and a code that came in the fragment says that it was not',
  replace: ({ addToRedirectUri }) => ({
    addToRedirectUri: (redirectUri, members) => {
      const location = addToRedirectUri(redirectUri, members);
      return members.some(([name]) => name === 'code') ? location.replace(/[?&](?=code=)/, '#') : location;
    },
  }),
});
