import { mutant } from '../../../authorization-server/mutant.js';

export default mutant({
  fault: 'The redirect back to the client is permanent, and has the browser send the form again',
  breaks: ['rfc9700/4.12/redirect-status-not-307'],
  replace: { redirectStatus: 308 },
});
