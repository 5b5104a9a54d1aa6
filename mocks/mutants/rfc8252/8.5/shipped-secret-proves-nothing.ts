import { mutant } from '../../../authorization-server/mutant.js';

export default mutant({
  fault: 'A native app that sends its secret has proved enough',
  breaks: ['rfc8252/8.5/shipped-secret-proves-nothing'],
  replace: ({ needsVerifier }) => ({
    needsVerifier: (facts) => !(facts.client.application_type === 'native' && facts.authenticated) && needsVerifier(facts),
  }),
});
