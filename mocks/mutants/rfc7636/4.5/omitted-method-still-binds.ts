import { mutant } from '../../../authorization-server/mutant.js';

export default mutant({
  fault: 'A challenge that comes without a method is dropped',
  breaks: ['rfc7636/4.5/omitted-method-still-binds', 'rfc7636/4.3/omitted-method-taken-as-plain'],
  because: 'A verifier is then unexpected',
  replace: { boundChallenge: (challenge, method) => (method === undefined ? undefined : challenge) },
});
