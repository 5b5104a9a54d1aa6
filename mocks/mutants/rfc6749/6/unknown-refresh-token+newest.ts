import { mutant } from '../../../authorization-server/mutant.js';

export default mutant({
  fault: 'A refresh token that is not known stands for the one issued last',
  breaks: ['rfc6749/6/unknown-refresh-token'],
  replace: ({ newRefreshToken }) => {
    const issued = new Set<string>();
    let newest = '';
    return {
      newRefreshToken: (about) => {
        newest = newRefreshToken(about);
        issued.add(newest);
        return newest;
      },
      refreshTokenKey: (token) => (issued.has(token) ? token : newest),
    };
  },
});
