import { mutant } from '../../../authorization-server/mutant.js';
import { s256 } from '../../../authorization-server/policy/pkce.js';

export default mutant({
  fault: 'A verifier fits if any other client has announced its hash',
  breaks: ['rfc7636/4.4/verifier-of-another-code'],
  replace: (correct) => {
    const announced = new Map<string, string>();
    return {
      boundChallenge: (challenge, method, client) => {
        if (challenge !== undefined) announced.set(challenge, client.client_id);
        return correct.boundChallenge(challenge, method, client);
      },
      challengeToVerify: (code, parameters) => {
        const derived = s256(parameters.get('code_verifier') ?? '');
        const of = announced.get(derived) ?? code.client_id;
        return code.code_challenge === undefined || of === code.client_id
          ? correct.challengeToVerify(code, parameters)
          : { code_challenge: derived, code_challenge_method: 'S256' };
      },
    };
  },
});
