import { mutant } from '../../../authorization-server/mutant.js';

export default mutant({
  fault: 'A secret is taken by Basic alone',
  breaks: ['oauth-2.1/2.4.1/secret-in-body', 'rfc6749/2.3/two-authentication-methods', 'rfc8414/2/advertised-authentication-is-real'],
  because: 'The rules beside its own look at the same decision from another side',
  replace: { secretCarriers: ['basic', 'assertion'] },
});
