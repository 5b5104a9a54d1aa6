import { mutant } from '../../../authorization-server/mutant.js';

export default mutant({
  fault: 'An access token proves whichever client the body names',
  breaks: ['rfc6749/3.2.1/confidential-client-unauthenticated'],
  replace: ({ newAccessToken }) => {
    const issued = new Set<string>();
    return {
      newAccessToken: (about) => {
        const token = newAccessToken(about);
        issued.add(`Bearer ${token}`);
        return token;
      },
      otherSchemeProves: (header) => issued.has(header),
    };
  },
});
