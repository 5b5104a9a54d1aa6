import { mutant } from '../../../authorization-server/mutant.js';

export default mutant({
  fault: 'A request without a code yields a token',
  breaks: ['rfc6749/5.2/missing-code-issues-nothing'],
  replace: { issuesWithoutCode: (code) => code === undefined },
});
