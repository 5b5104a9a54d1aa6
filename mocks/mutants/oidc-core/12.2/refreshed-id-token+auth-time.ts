import { mutant } from '../../../authorization-server/mutant.js';

export default mutant({
  fault: 'A refreshed ID Token takes the refresh for a sign-in',
  breaks: ['oidc-core/12.2/refreshed-id-token'],
  replace: {
    idTokenClaims: (claims, { grantType }) =>
      grantType === 'refresh_token' ? { ...claims, auth_time: Number(claims.auth_time) + 1 } : claims,
  },
});
