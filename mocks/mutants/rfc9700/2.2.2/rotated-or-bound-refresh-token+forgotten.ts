import { mutant } from '../../../authorization-server/mutant.js';

export default mutant({
  fault: 'Of the refresh tokens that were replaced the server knows the last one only, and takes those before it',
  breaks: ['rfc9700/2.2.2/rotated-or-bound-refresh-token'],
  replace: ({ newRefreshToken }) => {
    const grants = new Map<string, string>();
    const replaced = new Map<string | undefined, string>();
    return {
      newRefreshToken: (about) => {
        const token = newRefreshToken(about);
        grants.set(token, about.grant);
        return token;
      },
      spendRefreshToken: (_store, token) => {
        const grant = grants.get(token);
        if (replaced.get(grant) === token) return false;
        replaced.set(grant, token);
        return true;
      },
    };
  },
});
