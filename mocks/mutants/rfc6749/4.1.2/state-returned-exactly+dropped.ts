import { mutant } from '../../../authorization-server/mutant.js';

export default mutant({
  fault: 'An error comes without state',
  breaks: ['rfc6749/4.1.2/state-returned-exactly', 'rfc7636/4.4.1/pkce-error-by-redirect'],
  because: 'A PKCE error that is sent back without state tells the client of no request',
  replace: { returnedState: (state, outcome) => (outcome === 'error' ? undefined : state) },
});
