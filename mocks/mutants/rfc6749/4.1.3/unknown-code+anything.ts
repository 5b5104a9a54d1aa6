import { mutant } from '../../../authorization-server/mutant.js';

export default mutant({
  fault: 'Whatever is sent for a code yields a token of its own',
  breaks: ['rfc6749/4.1.3/unknown-code'],
  replace: { issuesWithoutCode: (code) => code !== undefined },
});
