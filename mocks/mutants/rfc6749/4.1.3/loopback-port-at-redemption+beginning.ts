import { mutant } from '../../../authorization-server/mutant.js';

export default mutant({
  fault: 'A port at redemption is good if the one that the code was sent to begins with it',
  breaks: ['rfc6749/4.1.3/loopback-port-at-redemption'],
  replace: ({ redirectUriFault }) => ({
    redirectUriFault: (code, given) => {
      const authority = (uri: string | undefined): string => /^http:\/\/127\.0\.0\.1:[0-9]+/.exec(uri ?? '')?.[0] ?? 'none';
      return given !== undefined && code.redirect_uri?.startsWith(authority(given)) ? undefined : redirectUriFault(code, given);
    },
  }),
});
