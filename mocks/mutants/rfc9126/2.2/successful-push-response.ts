import { mutant } from '../../../authorization-server/mutant.js';

export default mutant({
  fault: 'A push is answered with 200',
  breaks: ['rfc9126/2.2/successful-push-response'],
  replace: { pushStatus: 200 },
});
