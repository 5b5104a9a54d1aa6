import { mutant } from '../../../authorization-server/mutant.js';

export default mutant({
  fault: 'The state is escaped once more than it came',
  breaks: ['rfc6749/4.1.2/state-returned-exactly'],
  replace: { returnedState: (state) => (state === undefined ? undefined : encodeURIComponent(state)) },
});
