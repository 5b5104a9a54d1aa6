import { mutant } from '../../../authorization-server/mutant.js';
import { encoded } from '../../../authorization-server/policy/authorization.js';

export default mutant({
  fault: 'The response is appended to the redirect URI with a second question mark',
  breaks: ['rfc6749/3.1.2/redirect-uri-query-kept'],
  replace: { addToRedirectUri: (redirectUri, members) => `${redirectUri}?${encoded(members)}` },
});
