import { mutant } from '../../../authorization-server/mutant.js';

export default mutant({
  fault: 'A reference can be used again and again',
  breaks: ['rfc9126/4/request-uri-reuse'],
  replace: { spendRequestUri: () => true },
});
