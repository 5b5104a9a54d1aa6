import { mutant } from '../../../authorization-server/mutant.js';

export default mutant({
  fault: 'The token endpoint leaves the port of a loopback redirect URI open, as the authorization endpoint has to',
  breaks: ['rfc6749/4.1.3/loopback-port-at-redemption'],
  replace: ({ redirectUriFault }) => ({
    redirectUriFault: (code, given) => {
      const portless = (uri: string): string => uri.replace(/^(http:\/\/127\.0\.0\.1):[0-9]+/, '$1');
      if (given === undefined || code.redirect_uri === undefined) return redirectUriFault(code, given);
      return redirectUriFault({ ...code, redirect_uri: portless(code.redirect_uri) }, portless(given));
    },
  }),
});
