import { mutant } from '../../../authorization-server/mutant.js';

export default mutant({
  fault: 'The refusal of a wrong verifier lists the refresh token that its code has yielded',
  breaks: ['rfc6749/5.2/replay-leaks-no-token'],
  replace: (correct) => {
    const issued = new Map<string, string>();
    return {
      newRefreshToken: (about) => {
        const token = correct.newRefreshToken(about);
        issued.set(about.grant, token);
        return token;
      },
      errorMembers: (answer, situation, details) => {
        const token = issued.get(details.parameters?.get('code') ?? '');
        const members = correct.errorMembers(answer, situation, details);
        return situation !== 'verifier-mismatch' || token === undefined ? members : { ...members, revoked: [token] };
      },
    };
  },
});
