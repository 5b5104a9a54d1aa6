import { mutant } from '../../../authorization-server/mutant.js';

export default mutant({
  fault: 'The token stands in a header as well',
  breaks: ['rfc6749/5.1/token-response-leaks-nothing'],
  replace: { tokenResponseHeaders: ({ access_token }) => ({ 'x-access-token': String(access_token) }) },
});
