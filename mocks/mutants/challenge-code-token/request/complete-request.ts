import { mutant } from '../../../authorization-server/mutant.js';

export default mutant({
  fault: 'S256 is not offered, so that the request the document recommends is refused',
  breaks: ['challenge-code-token/request/complete-request'],
  replace: { methodsOffered: ['plain'] },
});
