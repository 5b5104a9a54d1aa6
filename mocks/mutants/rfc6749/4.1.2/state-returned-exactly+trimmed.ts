import { mutant } from '../../../authorization-server/mutant.js';

export default mutant({
  fault: 'Spaces around the state are taken off',
  breaks: ['rfc6749/4.1.2/state-returned-exactly'],
  replace: { returnedState: (state) => state?.trim() },
});
