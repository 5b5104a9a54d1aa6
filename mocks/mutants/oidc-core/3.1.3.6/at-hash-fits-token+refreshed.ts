import { mutant } from '../../../authorization-server/mutant.js';

export default mutant({
  fault: 'The ID Token of a refresh has the hash of the access token before',
  breaks: ['oidc-core/3.1.3.6/at-hash-fits-token'],
  replace: () => {
    let before: unknown;
    return {
      idTokenClaims: (claims, { grantType }) => {
        const stale = grantType === 'refresh_token' ? before : undefined;
        before = claims.at_hash;
        return stale === undefined ? claims : { ...claims, at_hash: stale };
      },
    };
  },
});
