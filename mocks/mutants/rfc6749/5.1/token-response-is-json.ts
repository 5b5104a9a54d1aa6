import { mutant } from '../../../authorization-server/mutant.js';

export default mutant({
  fault: 'A token is answered with 201',
  breaks: ['rfc6749/5.1/token-response-is-json'],
  replace: { tokenResponseStatus: 201 },
});
