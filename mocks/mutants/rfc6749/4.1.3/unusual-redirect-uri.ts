import { mutant } from '../../../authorization-server/mutant.js';

export default mutant({
  fault: 'An escaped space in the redirect URI of the token request is decoded once more',
  breaks: ['rfc6749/4.1.3/unusual-redirect-uri'],
  replace: ({ redirectUriFault }) => ({ redirectUriFault: (code, given) => redirectUriFault(code, given?.replaceAll('%20', ' ')) }),
});
