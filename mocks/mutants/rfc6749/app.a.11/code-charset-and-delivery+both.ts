import { mutant } from '../../../authorization-server/mutant.js';

export default mutant({
  fault: 'A code is delivered in the query and in the fragment',
  breaks: ['rfc6749/app.a.11/code-charset-and-delivery', 'rfc9207/2.4/iss-equals-id-token-issuer'],
  because: 'Where a fragment is there already, the second one ends up in iss',
  replace: ({ addToRedirectUri }) => ({
    addToRedirectUri: (redirectUri, members) => {
      const location = addToRedirectUri(redirectUri, members);
      const code = members.find(([name]) => name === 'code')?.[1];
      return code === undefined ? location : `${location}#code=${code}`;
    },
  }),
});
