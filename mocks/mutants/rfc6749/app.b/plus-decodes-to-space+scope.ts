import { mutant } from '../../../authorization-server/mutant.js';

export default mutant({
  fault: 'A plus sign between the scopes of a token request is left as it is',
  breaks: ['rfc6749/app.b/plus-decodes-to-space', 'rfc6749/6/new-refresh-token-scope'],
  because: 'The new refresh token is used with its scopes written so',
  replace: (correct) => ({
    parametersOf: (sources, at) =>
      correct
        .parametersOf(sources, at)
        .map(([name, value]) => [name, at === 'token' && name === 'scope' ? value.replaceAll('+', '%2B') : value] as const),
  }),
});
