import { mutant } from '../../../authorization-server/mutant.js';

export default mutant({
  fault: 'The response shows another token than was issued',
  breaks: ['rfc6750/2.1/issued-token-works'],
  replace: { accessTokenMember: (token) => Array.from(token).reverse().join('') },
});
