import { mutant } from '../../../authorization-server/mutant.js';

export default mutant({
  fault: 'An empty scope is a scope that nobody may have',
  breaks: ['rfc6749/3.1/empty-authorization-parameter'],
  replace: ({ emptyIsAbsent }) => ({
    emptyIsAbsent: (name, at) => !(at === 'authorization' && name === 'scope') && emptyIsAbsent(name, at),
  }),
});
