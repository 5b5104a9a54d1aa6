import { mutant } from '../../../authorization-server/mutant.js';

export default mutant({
  fault: 'An error is sent to whatever redirect URI the request names',
  breaks: [
    'rfc6749/3.1.2.4/unvalidated-redirect-uri',
    'rfc6749/3.1.2.3/registered-redirect-uri-exact',
    'rfc9700/2.1/exact-redirect-uri-matching',
    'rfc7636/4.4.1/pkce-error-by-redirect',
    'rfc8252/8.4/loopback-differs-beyond-port',
    'rfc8252/8.4/private-use-compared-whole',
  ],
  because: 'An address that is nearly the registered one is not validated either, nor one beside a PKCE error',
  replace: { refusesByRedirect: () => true },
});
