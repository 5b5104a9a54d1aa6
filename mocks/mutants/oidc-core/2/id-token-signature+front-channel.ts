import { mutant } from '../../../authorization-server/mutant.js';

export default mutant({
  fault: 'The ID Token beside a code is not signed',
  breaks: ['oidc-core/2/id-token-signature'],
  replace: ({ idTokenClaims, idTokenText }) => {
    let inFront = false;
    return {
      idTokenClaims: (claims, facts) => {
        inFront = facts.grantType === 'front-channel';
        return idTokenClaims(claims, facts);
      },
      idTokenText: (header, claims, signature) => idTokenText(header, claims, inFront ? '' : signature),
    };
  },
});
