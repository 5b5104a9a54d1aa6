import { mutant } from '../../../authorization-server/mutant.js';

export default mutant({
  fault: 'A code that was redeemed is refused to the client that did so, and to no other',
  breaks: ['rfc6749/4.1.2/redeemed-code-again', 'rfc6749/4.1.2/code-reuse-race'],
  because: 'Of redemptions that arrive together some are by another client',
  replace: ({ codeBelongsTo, codeKey, spendCode }) => {
    const redeemers = new Map<string, string>();
    return {
      codeBelongsTo: (code, client_id, verifier) => redeemers.has(codeKey(code.code)) || codeBelongsTo(code, client_id, verifier),
      spendCode: (store, key, until, client) => {
        if (client === undefined) return spendCode(store, key, until);
        const first = redeemers.get(key);
        if (first !== undefined && first !== client.client_id) return true;
        redeemers.set(key, client.client_id);
        return spendCode(store, key, until, client);
      },
    };
  },
});
