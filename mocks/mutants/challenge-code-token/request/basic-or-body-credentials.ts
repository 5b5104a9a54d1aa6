import { mutant } from '../../../authorization-server/mutant.js';

export default mutant({
  fault: 'Credentials are accepted by Basic and in the body at once',
  breaks: ['challenge-code-token/request/basic-or-body-credentials'],
  replace: { acceptsTwoMethods: true },
});
