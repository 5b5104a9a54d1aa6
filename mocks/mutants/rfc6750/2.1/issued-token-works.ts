import { mutant } from '../../../authorization-server/mutant.js';

export default mutant({
  fault: 'The response shows another token than was issued',
  breaks: ['rfc6750/2.1/issued-token-works', 'oidc-core/3.1.3.6/at-hash-fits-token'],
  because: 'The hash is of the token as it was made',
  replace: { accessTokenMember: (token) => Array.from(token).reverse().join('') },
});
