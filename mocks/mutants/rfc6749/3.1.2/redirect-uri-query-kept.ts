import { mutant } from '../../../authorization-server/mutant.js';

export default mutant({
  fault: 'The query of the redirect URI is replaced by that of the response',
  breaks: ['rfc6749/3.1.2/redirect-uri-query-kept'],
  replace: ({ addToRedirectUri }) => ({
    addToRedirectUri: (redirectUri, members) => addToRedirectUri(redirectUri.split('?', 1)[0] ?? '', members),
  }),
});
