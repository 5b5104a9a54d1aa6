import { mutant } from '../../../authorization-server/mutant.js';

export default mutant({
  fault: 'An authorization request without redirect_uri is refused',
  breaks: ['rfc6749/4.1.3/redirect-uri-omitted-twice'],
  replace: { redirectUriWhenOmitted: () => undefined },
});
