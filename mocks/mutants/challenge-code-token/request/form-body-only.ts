import { mutant } from '../../../authorization-server/mutant.js';

export default mutant({
  fault: 'The media type is not looked at',
  breaks: ['challenge-code-token/request/form-body-only'],
  replace: { acceptsMediaType: () => true },
});
