import { mutant } from '../../../authorization-server/mutant.js';

export default mutant({
  fault: 'A reference serves whatever client brings it',
  breaks: ['rfc9126/2.2/request-uri-client-binding'],
  replace: { requestUriBelongsTo: () => true },
});
