import { mutant } from '../../../authorization-server/mutant.js';

export default mutant({
  fault: 'The ID Token of a refresh is not signed',
  breaks: ['oidc-core/2/id-token-signature'],
  replace: ({ idTokenClaims, idTokenText }) => {
    let refreshed = false;
    return {
      idTokenClaims: (claims, facts) => {
        refreshed = facts.grantType === 'refresh_token';
        return idTokenClaims(claims, facts);
      },
      idTokenText: (header, claims, signature) => idTokenText(header, claims, refreshed ? '' : signature),
    };
  },
});
