import { mutant } from '../../../authorization-server/mutant.js';

export default mutant({
  fault: 'An empty method means S256',
  breaks: ['rfc6749/3.1/empty-challenge-method'],
  replace: ({ emptyIsAbsent, methodNamed }) => ({
    emptyIsAbsent: (name, at) => name !== 'code_challenge_method' && emptyIsAbsent(name, at),
    methodNamed: (name) => (name === '' ? 'S256' : methodNamed(name)),
  }),
});
