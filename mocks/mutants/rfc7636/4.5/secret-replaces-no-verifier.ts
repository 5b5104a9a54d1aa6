import { mutant } from '../../../authorization-server/mutant.js';

export default mutant({
  fault: 'Any client_secret stands for the verifier of a public client',
  breaks: ['rfc7636/4.5/secret-replaces-no-verifier'],
  replace: (correct) => ({
    needsVerifier: (facts) => !(facts.secretSent && facts.client.token_endpoint_auth_method === 'none') && correct.needsVerifier(facts),
  }),
});
