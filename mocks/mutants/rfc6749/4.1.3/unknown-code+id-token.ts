import { mutant } from '../../../authorization-server/mutant.js';

export default mutant({
  fault: 'Whatever looks like a JWT counts as a code that another server has checked',
  breaks: ['rfc6749/4.1.3/unknown-code'],
  replace: { issuesWithoutCode: (code) => code?.split('.').length === 3 },
});
