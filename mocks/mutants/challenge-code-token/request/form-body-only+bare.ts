import { mutant } from '../../../authorization-server/mutant.js';

export default mutant({
  fault: 'A charset beside the media type makes it another one',
  breaks: ['challenge-code-token/request/form-body-only'],
  replace: { acceptsMediaType: (contentType) => contentType === 'application/x-www-form-urlencoded' },
});
