import { mutant } from '../../../authorization-server/mutant.js';

export default mutant({
  fault: 'The refusal of a used code says which access token it was used for',
  breaks: ['rfc6749/5.2/replay-leaks-no-token'],
  replace: (correct) => {
    const issued = new Map<string, string>();
    return {
      newAccessToken: (about) => {
        const token = correct.newAccessToken(about);
        issued.set(about.grant, token);
        return token;
      },
      errorMembers: (answer, situation, details) => {
        const token = issued.get(details.parameters?.get('code') ?? '');
        return situation !== 'code-used' || token === undefined
          ? correct.errorMembers(answer, situation, details)
          : { error: answer.error, error_description: `The code was used for ${token}` };
      },
    };
  },
});
