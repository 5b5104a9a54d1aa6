import { mutant } from '../../../authorization-server/mutant.js';

export default mutant({
  fault: 'The scheme is compared letter by letter',
  breaks: ['rfc6750/2.1/scheme-in-any-case'],
  replace: { schemeIsBearer: (scheme) => scheme === 'Bearer' },
});
