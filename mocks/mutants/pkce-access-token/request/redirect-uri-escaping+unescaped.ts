import { mutant } from '../../../authorization-server/mutant.js';

export default mutant({
  fault: 'A redirect URI whose colons and slashes are not escaped is called malformed',
  breaks: ['pkce-access-token/request/redirect-uri-escaping'],
  replace: (correct) => ({
    decode: (encoded, name) => (name === 'redirect_uri' && /[:/]/.test(encoded) ? undefined : correct.decode(encoded, name)),
  }),
});
