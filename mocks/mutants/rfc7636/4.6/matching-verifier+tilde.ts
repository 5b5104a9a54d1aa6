import { mutant } from '../../../authorization-server/mutant.js';

export default mutant({
  fault: 'The tilde is taken for a character that no verifier can hold',
  breaks: [
    'rfc7636/4.6/matching-verifier',
    'rfc9700/2.1.1/pkce-supported',
    'rfc8414/2/advertised-methods-are-real',
    'rfc8252/8.1/pkce-for-native-clients',
  ],
  because: 'Every verifier of the suite holds a tilde, so that this server has no PKCE for it',
  replace: { verifierWellFormed: (verifier) => /^[A-Za-z0-9\-._]{43,128}$/.test(verifier) },
});
