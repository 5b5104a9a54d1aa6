import { mutant } from '../../../authorization-server/mutant.js';

export default mutant({
  fault:
    'At redemption the case of the scheme, a dot behind the host, doubled slashes, a fragment and spaces around a redirect URI make no difference',
  breaks: ['rfc6749/4.1.3/mismatched-redirect-uri'],
  replace: ({ redirectUriFault }) => ({
    redirectUriFault: (code, given, client) => redirectUriFault(code, given === undefined ? given : tidied(given), client),
  }),
});

const tidied = (uri: string): string =>
  uri
    .trim()
    .replace(/#.*$/, '')
    .replace(/^[^:]+/, (scheme) => scheme.toLowerCase())
    .replace(/(?<=^https?:\/\/[^/:]+)\.(?=[/:])/, '')
    .replace(/(?<!:)\/\/+/g, '/');
