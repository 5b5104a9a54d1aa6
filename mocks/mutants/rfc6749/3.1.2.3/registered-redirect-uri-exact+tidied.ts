import { mutant } from '../../../authorization-server/mutant.js';

export default mutant({
  fault: 'The case of the scheme, a dot behind the host, doubled slashes and spaces around a redirect URI make no difference',
  breaks: ['rfc6749/3.1.2.3/registered-redirect-uri-exact'],
  replace: ({ redirectUriMatches }) => ({
    redirectUriMatches: (registered, given, client) =>
      redirectUriMatches(registered, given, client) || (client.application_type === 'web' && tidied(given) === registered),
  }),
});

const tidied = (uri: string): string =>
  uri
    .trim()
    .replace(/^[^:]+/, (scheme) => scheme.toLowerCase())
    .replace(/(?<=^https?:\/\/[^/:]+)\.(?=[/:])/, '')
    .replace(/(?<!:)\/\/+/g, '/');
