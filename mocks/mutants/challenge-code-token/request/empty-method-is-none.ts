import { mutant } from '../../../authorization-server/mutant.js';

export default mutant({
  fault: 'An empty method is a method that nobody knows',
  breaks: ['challenge-code-token/request/empty-method-is-none'],
  replace: ({ emptyIsAbsent }) => ({ emptyIsAbsent: (name, at) => name !== 'code_challenge_method' && emptyIsAbsent(name, at) }),
});
