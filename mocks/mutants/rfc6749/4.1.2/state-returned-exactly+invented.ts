import { mutant } from '../../../authorization-server/mutant.js';

export default mutant({
  fault: 'A state comes back although none was sent',
  breaks: ['rfc6749/4.1.2/state-returned-exactly'],
  replace: { returnedState: (state) => state ?? 'null' },
});
