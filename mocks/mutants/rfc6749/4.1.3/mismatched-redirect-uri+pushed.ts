import { mutant } from '../../../authorization-server/mutant.js';

export default mutant({
  fault: 'With the code of a pushed request the server keeps no redirect_uri to compare with',
  breaks: ['rfc6749/4.1.3/mismatched-redirect-uri'],
  replace: ({ keptOfPush, redirectUriFault }) => {
    const pushed = new Set<string | undefined>();
    return {
      keptOfPush: (parameters) => {
        pushed.add(parameters.find(([name]) => name === 'code_challenge')?.[1]);
        return keptOfPush(parameters);
      },
      redirectUriFault: (code, given) => {
        const fault = redirectUriFault(code, given);
        return fault === 'redirect-uri-mismatch' && code.code_challenge !== undefined && pushed.has(code.code_challenge)
          ? undefined
          : fault;
      },
    };
  },
});
