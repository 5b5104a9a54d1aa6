import { mutant } from '../../../authorization-server/mutant.js';

export default mutant({
  fault: 'The refusal of a rotated refresh token says which one took its place',
  breaks: ['rfc6749/5.2/replay-leaks-no-token'],
  replace: (correct) => {
    const issued = new Map<string, string>();
    const grants = new Map<string, string>();
    return {
      newRefreshToken: (about) => {
        const token = correct.newRefreshToken(about);
        issued.set(about.grant, token);
        grants.set(token, about.grant);
        return token;
      },
      errorMembers: (answer, situation, details) => {
        const successor = issued.get(grants.get(details.parameters?.get('refresh_token') ?? '') ?? '');
        return situation !== 'refresh-token-used' || successor === undefined
          ? correct.errorMembers(answer, situation, details)
          : { error: answer.error, error_description: `Replaced by ${successor}` };
      },
    };
  },
});
