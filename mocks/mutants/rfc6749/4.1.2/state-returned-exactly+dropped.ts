import { mutant } from '../../../authorization-server/mutant.js';

export default mutant({
  fault: 'An error comes without state',
  breaks: ['rfc6749/4.1.2/state-returned-exactly'],
  replace: { returnedState: (state, outcome) => (outcome === 'error' ? undefined : state) },
});
