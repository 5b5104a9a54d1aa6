import { mutant } from '../../../authorization-server/mutant.js';

/** Stands for a password that came without a name. */
const nameless = 'the password of nobody';

export default mutant({
  fault: 'Basic credentials without a name prove whichever client the body names',
  breaks: ['rfc6749/3.2.1/confidential-client-unauthenticated'],
  replace: ({ basicCredentials, secretMatches }) => ({
    basicCredentials: (text) => (text.startsWith(':') ? { client_id: '', client_secret: nameless } : basicCredentials(text)),
    secretMatches: (registered, given, client, way) => given === nameless || secretMatches(registered, given, client, way),
  }),
});
