import { mutant } from '../../../authorization-server/mutant.js';

export default mutant({
  fault: 'Any well-formed verifier redeems a code',
  breaks: ['pkce-access-token/verifier/wrong-verifier-at-exchange', 'pkce-access-token/verifier/hashed-as-sent'],
  because: 'Who compares nothing takes what was drawn for what was sent',
  replace: { proves: () => true },
});
