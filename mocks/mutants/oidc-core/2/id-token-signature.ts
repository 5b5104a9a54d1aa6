import { mutant } from '../../../authorization-server/mutant.js';

export default mutant({
  fault: 'The ID Token is not signed',
  breaks: ['oidc-core/2/id-token-signature'],
  replace: {
    idTokenHeader: (header) => ({ ...header, alg: 'none' }),
    idTokenText: (header, claims) => `${header}.${claims}.`,
  },
});
