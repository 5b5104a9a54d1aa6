import { mutant } from '../../../authorization-server/mutant.js';

export default mutant({
  fault: 'The replay of a code changes nothing for the tokens it yielded',
  breaks: ['rfc6749/4.1.2/code-reuse-revokes-tokens', 'oauth-2.1/4.1.3/valid-replay-revokes-tokens'],
  because: 'OAuth 2.1 says the same',
  replace: { replayRevokesTokens: () => false },
});
