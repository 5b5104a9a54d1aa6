import { mutant } from '../../../authorization-server/mutant.js';

export default mutant({
  fault: 'JSON is said to be text',
  breaks: ['challenge-code-token/response/oauth-response-shape'],
  replace: { tokenResponseContentType: 'text/html' },
});
