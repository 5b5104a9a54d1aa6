import { mutant } from '../../../authorization-server/mutant.js';

export default mutant({
  fault: 'Credentials are read from the body alone',
  breaks: ['challenge-code-token/request/basic-or-body-credentials'],
  replace: { secretCarriers: ['body'] },
});
