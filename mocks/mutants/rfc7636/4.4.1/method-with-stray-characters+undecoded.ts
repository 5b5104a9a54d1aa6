import { mutant } from '../../../authorization-server/mutant.js';

export default mutant({
  fault: 'A method is compared as it stands in the URL',
  breaks: ['rfc7636/4.4.1/method-with-stray-characters'],
  replace: (correct) => ({ decode: (encoded, name) => (name === 'code_challenge_method' ? encoded : correct.decode(encoded, name)) }),
});
