import { mutant } from '../../../authorization-server/mutant.js';

export default mutant({
  fault: 'A request without a code yields a token',
  breaks: ['pkce-access-token/request/real-code-required'],
  replace: { issuesWithoutCode: (code) => code === undefined },
});
