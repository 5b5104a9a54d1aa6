import { mutant } from '../../../authorization-server/mutant.js';

export default mutant({
  fault: 'Basic credentials count as they stand behind the base64',
  breaks: ['rfc6749/2.3.1/basic-credentials-decoded', 'rfc8414/2/advertised-authentication-is-real'],
  because: 'What metadata promises is Basic as RFC 6749 has it',
  replace: {
    basicCredentials: (text) => {
      const colon = text.indexOf(':');
      return colon < 0 ? undefined : { client_id: text.slice(0, colon), client_secret: text.slice(colon + 1) };
    },
  },
});
