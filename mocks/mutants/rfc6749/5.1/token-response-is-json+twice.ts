import { mutant } from '../../../authorization-server/mutant.js';

export default mutant({
  fault: 'A member stands in the response twice',
  breaks: ['rfc6749/5.1/token-response-is-json'],
  replace: ({ tokenResponseText }) => ({ tokenResponseText: (members) => tokenResponseText(members).replace('{', '{"token_type":"mac",') }),
});
