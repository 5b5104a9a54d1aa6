import { mutant } from '../../../authorization-server/mutant.js';

export default mutant({
  fault: 'An empty code is a code that nobody asks about',
  breaks: ['rfc6749/3.2/empty-token-parameter'],
  replace: (correct) => ({
    emptyIsAbsent: (name, at) => !(at === 'token' && name === 'code') && correct.emptyIsAbsent(name, at),
    issuesWithoutCode: (code) => code === '',
  }),
});
