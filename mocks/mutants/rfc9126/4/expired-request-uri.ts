import { mutant } from '../../../authorization-server/mutant.js';

export default mutant({
  fault: 'A reference never expires',
  breaks: ['rfc9126/4/expired-request-uri'],
  replace: { requestUriExpired: () => false },
});
