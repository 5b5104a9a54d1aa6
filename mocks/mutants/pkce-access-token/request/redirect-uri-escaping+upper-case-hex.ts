import { mutant } from '../../../authorization-server/mutant.js';

export default mutant({
  fault: 'An escape of a letter in upper-case hex is left as it is',
  breaks: ['pkce-access-token/request/redirect-uri-escaping'],
  replace: (correct) => ({
    decode: (encoded, name) =>
      name === 'redirect_uri' ? correct.decode(encoded.replace(/%(?=[67][A-F])/g, '%25'), name) : correct.decode(encoded, name),
  }),
});
