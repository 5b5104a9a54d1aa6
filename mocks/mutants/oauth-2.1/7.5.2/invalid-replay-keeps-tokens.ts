import { mutant } from '../../../authorization-server/mutant.js';

export default mutant({
  fault: 'Any second showing of a code ends the session, whoever shows it',
  breaks: ['oauth-2.1/7.5.2/invalid-replay-keeps-tokens'],
  replace: { replayRevokesTokens: () => true },
});
