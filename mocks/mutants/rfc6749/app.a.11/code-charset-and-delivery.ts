import { mutant } from '../../../authorization-server/mutant.js';

export default mutant({
  fault: 'A code is delivered in the fragment',
  breaks: ['rfc6749/app.a.11/code-charset-and-delivery'],
  replace: ({ addToRedirectUri }) => ({
    addToRedirectUri: (redirectUri, members) => {
      const location = addToRedirectUri(redirectUri, members);
      return members.some(([name]) => name === 'code') ? location.replace(/[?&](?=code=)/, '#') : location;
    },
  }),
});
