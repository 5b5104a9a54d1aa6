import { mutant } from '../../../authorization-server/mutant.js';

export default mutant({
  fault: 'Redirect URIs of native apps are compared as a URL parser understands them',
  breaks: ['rfc8252/8.4/loopback-differs-beyond-port'],
  replace: ({ redirectUriMatches }) => ({
    redirectUriMatches: (registered, given, client) =>
      redirectUriMatches(registered, given, client) ||
      (client.application_type === 'native' &&
        /^http:\/\/[0-9]/.test(given) &&
        URL.canParse(given) &&
        redirectUriMatches(registered, new URL(given).href, client)),
  }),
});
