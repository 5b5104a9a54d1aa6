import { mutant } from '../../../authorization-server/mutant.js';

export default mutant({
  fault: 'The answer to a request that was pushed does not name its issuer',
  breaks: ['rfc9207/2/iss-on-success'],
  replace: ({ keptOfPush, addToRedirectUri }) => {
    const states = new Set<string | undefined>();
    return {
      keptOfPush: (parameters) => {
        states.add(parameters.find(([name]) => name === 'state')?.[1]);
        return keptOfPush(parameters);
      },
      addToRedirectUri: (redirectUri, members) => {
        const [, state] = members.find(([name]) => name === 'state') ?? [];
        const wasPushed = state !== undefined && states.has(state);
        return addToRedirectUri(redirectUri, wasPushed ? members.filter(([name]) => name !== 'iss') : members);
      },
    };
  },
});
