import { mutant } from '../../../authorization-server/mutant.js';

export default mutant({
  fault: 'A code is delivered in the query and in the fragment',
  breaks: ['rfc6749/app.a.11/code-charset-and-delivery'],
  replace: ({ addToRedirectUri }) => ({
    addToRedirectUri: (redirectUri, members) => {
      const location = addToRedirectUri(redirectUri, members);
      const code = members.find(([name]) => name === 'code')?.[1];
      return code === undefined ? location : `${location}#code=${code}`;
    },
  }),
});
