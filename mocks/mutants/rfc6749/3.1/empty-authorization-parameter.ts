import { mutant } from '../../../authorization-server/mutant.js';

export default mutant({
  fault: 'An empty scope is refused as if the user had denied it',
  breaks: ['rfc6749/3.1/empty-authorization-parameter'],
  replace: ({ emptyIsAbsent, errors }) => ({
    errors: { ...errors, 'scope-refused': { ...errors['scope-refused'], error: 'access_denied' } },
    emptyIsAbsent: (name, at) => !(at === 'authorization' && name === 'scope') && emptyIsAbsent(name, at),
  }),
});
