import { mutant } from '../../../authorization-server/mutant.js';

export default mutant({
  fault: 'A token response is a form, as it was before OAuth 2.0 was done',
  breaks: ['rfc6749/5.1/token-response-is-json'],
  replace: { tokenResponseText: (members) => new URLSearchParams(members as Record<string, string>).toString() },
});
