import { mutant } from '../../../authorization-server/mutant.js';

export default mutant({
  fault: 'A secret is taken by Basic alone',
  breaks: ['oauth-2.1/2.4.1/secret-in-body'],
  replace: { secretCarriers: ['basic', 'assertion'] },
});
