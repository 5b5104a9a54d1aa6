import { mutant } from '../../../authorization-server/mutant.js';

export default mutant({
  fault: 'Whatever was registered once is good, http to any host included',
  breaks: ['rfc9700/2.6/http-redirect-uri'],
  replace: { mayRedirectTo: () => true },
});
