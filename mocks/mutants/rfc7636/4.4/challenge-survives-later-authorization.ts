import { mutant } from '../../../authorization-server/mutant.js';

export default mutant({
  fault: 'The challenge is kept for the client, and the last one counts',
  breaks: ['rfc7636/4.4/challenge-survives-later-authorization', 'rfc7636/4.4/verifier-of-another-code'],
  because: 'The older code then opens to the verifier of the newer one',
  replace: (correct) => {
    const last = new Map<string, string>();
    return {
      boundChallenge: (challenge, method, client) => {
        if (challenge !== undefined) last.set(client.client_id, challenge);
        return correct.boundChallenge(challenge, method, client);
      },
      challengeToVerify: (code) => {
        const challenge = last.get(code.client_id);
        return code.code_challenge === undefined || challenge === undefined ? code : { ...code, code_challenge: challenge };
      },
    };
  },
});
