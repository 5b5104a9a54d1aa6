import type { FaultInTheWild } from './fault.js';

/** What codes and tokens were good for. */
export const codeFaults: Readonly<Record<string, FaultInTheWild>> = {
  'redeemed-in-turn': {
    fault: 'A code can be redeemed again and again',
    foundBy: 'rfc6749/4.1.2/redeemed-code-again',
    replace: { spendCode: () => true },
  },
  'redeemed-in-parallel': {
    fault: 'A code is looked up, and marked as used when the tokens are written',
    foundBy: 'rfc6749/4.1.2/code-reuse-race',
    replace: {
      spendCode: async (store, key, until) => {
        const used = await store.spentCodes.find(key);
        await new Promise((resolve) => setImmediate(resolve));
        await store.spentCodes.put(key, true, until);
        return used === undefined;
      },
    },
  },
  'any-client': {
    fault: 'A code is redeemed by whichever client has it',
    foundBy: 'rfc6749/4.1.3/code-client-binding',
    replace: { codeBelongsTo: () => true },
  },
  'any-redirect-uri': {
    fault: 'The redirect_uri of a token request is not looked at',
    foundBy: 'rfc6749/4.1.3/mismatched-redirect-uri',
    replace: { redirectUriFault: () => undefined },
  },
  'never-expires': {
    fault: 'A code has no end',
    foundBy: 'rfc6749/4.1.2/expired-code',
    replace: { codeExpired: () => false },
  },
  'redirect-uri-by-beginning': {
    fault: 'A redirect_uri is accepted if it begins as a registered one does',
    foundBy: 'rfc6749/3.1.2.3/registered-redirect-uri-exact',
    replace: { redirectUriMatches: (registered, given) => given.startsWith(registered) },
  },
  'first-of-repeated': {
    fault: 'Of a parameter that is repeated the first counts',
    foundBy: 'rfc6749/3.2/repeated-token-parameter',
    replace: { repeatedParameter: (_name, [first]) => first },
  },
  'parameters-in-query': {
    fault: 'The framework reads query and body into one',
    foundBy: 'rfc6749/4.1.3/token-parameters-in-query',
    replace: { parametersOf: ({ body, query }) => [...query, ...body] },
  },
  'refresh-token-reused': {
    fault: 'A refresh token that was rotated still works',
    foundBy: 'rfc9700/2.2.2/rotated-or-bound-refresh-token',
    replace: { spendRefreshToken: () => true },
  },
  'implicit-lives-on': {
    fault: 'The implicit grant was never switched off',
    foundBy: 'rfc9700/2.1.2/implicit-response',
    replace: ({ responseTypeYields }) => ({
      responseTypeYields: (responseType) => (responseType === 'token' ? ['token'] : responseTypeYields(responseType)),
    }),
  },
  'cacheable-tokens': {
    fault: 'A token response says nothing of caches',
    foundBy: 'rfc6749/5.1/cache-control-no-store',
    replace: { tokenResponseCaching: {} },
  },
  'errors-as-pages': {
    fault: 'Errors of the token endpoint are pages of the framework',
    foundBy: 'rfc6749/5.2/error-status-and-type',
    replace: { errorContentType: 'text/html', errorText: ({ error }) => `<h1>${String(error)}</h1>` },
  },
  'errors-as-500': {
    fault: 'A wrong verifier is an exception that nobody catches',
    foundBy: 'rfc6749/5.2/refusal-is-no-server-error',
    replace: ({ proves }) => ({
      proves: (derived, challenge, verifier, method) => {
        if (!proves(derived, challenge, verifier, method)) throw new Error('verification failed');
        return true;
      },
    }),
  },
};
