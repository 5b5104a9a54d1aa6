import { mutant } from '../../../authorization-server/mutant.js';
import { s256 } from '../../../authorization-server/policy/pkce.js';

export default mutant({
  fault: 'The verifier may belong to any challenge that the client has sent',
  breaks: ['rfc7636/4.4/verifier-of-another-code'],
  replace: (correct) => {
    const sent = new Map<string, Set<string>>();
    return {
      boundChallenge: (challenge, method, client) => {
        if (challenge !== undefined && method === 'S256')
          sent.set(client.client_id, new Set([...(sent.get(client.client_id) ?? []), challenge]));
        return correct.boundChallenge(challenge, method, client);
      },
      challengeToVerify: (code, parameters) => {
        const derived = s256(parameters.get('code_verifier') ?? '');
        const { code_challenge, code_challenge_method } = correct.challengeToVerify(code, parameters);
        return sent.get(code.client_id)?.has(derived) && code_challenge !== undefined
          ? { code_challenge: derived, code_challenge_method: 'S256' }
          : { ...(code_challenge === undefined ? {} : { code_challenge }), code_challenge_method };
      },
    };
  },
});
