import { mutant } from '../../../authorization-server/mutant.js';

export default mutant({
  fault: 'Whatever is sent for a code yields a token of its own',
  breaks: ['pkce-access-token/request/real-code-required'],
  replace: { issuesWithoutCode: (code) => code !== undefined },
});
