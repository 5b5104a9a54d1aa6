import { mutant } from '../../../authorization-server/mutant.js';

export default mutant({
  fault: 'A token response is announced as HTML',
  breaks: ['rfc6749/5.1/token-response-is-json'],
  replace: { tokenResponseContentType: 'text/html' },
});
