import { mutant } from '../../../authorization-server/mutant.js';

export default mutant({
  fault: 'The PKCE parameters of a push are not looked at',
  breaks: ['rfc9126/2.1/invalid-pkce-pushed'],
  replace: { validatesPushedChallenge: false },
});
