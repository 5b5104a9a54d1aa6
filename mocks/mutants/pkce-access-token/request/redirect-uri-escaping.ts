import { mutant } from '../../../authorization-server/mutant.js';

export default mutant({
  fault: 'Escapes of the redirect URI with lower-case hexadecimal digits are left as they are',
  breaks: ['pkce-access-token/request/redirect-uri-escaping'],
  replace: (correct) => ({
    decode: (encoded, name) => correct.decode(name === 'redirect_uri' ? encoded.replace(/%(?=[0-9][a-f]|[a-f])/g, '%25') : encoded, name),
  }),
});
