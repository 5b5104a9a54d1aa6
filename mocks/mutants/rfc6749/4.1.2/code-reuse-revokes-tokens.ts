import { mutant } from '../../../authorization-server/mutant.js';

export default mutant({
  fault: 'The replay of a code changes nothing for the tokens it yielded',
  breaks: ['rfc6749/4.1.2/code-reuse-revokes-tokens'],
  replace: { replayRevokesTokens: () => false },
});
