import { mutant } from '../../../authorization-server/mutant.js';

export default mutant({
  fault: 'An empty redirect_uri is the beginning of any that is registered',
  breaks: ['rfc6749/3.1/empty-authorization-parameter'],
  replace: (correct) => ({
    emptyIsAbsent: (name, at) => !(at === 'authorization' && name === 'redirect_uri') && correct.emptyIsAbsent(name, at),
    addToRedirectUri: (redirectUri, members) => correct.addToRedirectUri(redirectUri || 'https://client.example/callback', members),
    redirectUriMatches: (registered, given, client) => given === '' || correct.redirectUriMatches(registered, given, client),
  }),
});
