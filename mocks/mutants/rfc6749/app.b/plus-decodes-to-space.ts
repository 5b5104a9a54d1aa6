import { mutant } from '../../../authorization-server/mutant.js';

export default mutant({
  fault: 'A plus sign in a client_secret is left as it is',
  breaks: ['rfc6749/app.b/plus-decodes-to-space'],
  replace: (correct) => ({
    decode: (encoded, name) => correct.decode(name === 'client_secret' ? encoded.replaceAll('+', '%2B') : encoded, name),
  }),
});
