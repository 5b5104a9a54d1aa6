import { mutant } from '../../../authorization-server/mutant.js';

export default mutant({
  fault: 'A token that is not known opens the resource',
  breaks: ['rfc6750/3.1/invalid-token-opens-nothing', 'rfc6750/3.1/other-credential-as-token'],
  because: 'Another credential is a token that is not known',
  replace: { opensDespite: (situation) => situation === 'token-unknown' },
});
