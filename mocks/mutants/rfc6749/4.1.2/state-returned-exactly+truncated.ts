import { mutant } from '../../../authorization-server/mutant.js';

export default mutant({
  fault: 'The state is cut to 255 characters',
  breaks: ['rfc6749/4.1.2/state-returned-exactly'],
  replace: { returnedState: (state) => state?.slice(0, 255) },
});
