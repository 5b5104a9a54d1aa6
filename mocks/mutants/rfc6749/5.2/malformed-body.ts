import { mutant } from '../../../authorization-server/mutant.js';

export default mutant({
  fault: 'A name that is not well encoded makes the server fail',
  breaks: ['rfc6749/5.2/malformed-body'],
  replace: (correct) => ({ decode: (encoded, name) => (name === undefined ? decodeURIComponent(encoded) : correct.decode(encoded, name)) }),
});
