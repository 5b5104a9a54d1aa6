import { mutant } from '../../../authorization-server/mutant.js';

export default mutant({
  fault: 'Any well-formed verifier redeems a code',
  breaks: ['pkce-access-token/verifier/wrong-verifier-at-exchange'],
  replace: { proves: () => true },
});
