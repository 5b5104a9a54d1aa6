import { mutant } from '../../../authorization-server/mutant.js';

export default mutant({
  fault: 'The code remembers the URI that is registered and not the one, with its port, that it was sent to',
  breaks: ['rfc8252/7.3/any-loopback-port'],
  replace: ({ redirectUriFault }) => ({
    redirectUriFault: (code, given) =>
      given !== undefined && /^http:\/\/127\.0\.0\.1:/.test(given) ? 'redirect-uri-mismatch' : redirectUriFault(code, given),
  }),
});
