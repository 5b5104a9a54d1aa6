import { mutant } from '../../../authorization-server/mutant.js';

export default mutant({
  fault: 'An empty grant_type stands for the usual one',
  breaks: ['rfc6749/3.2/empty-token-parameter'],
  replace: (correct) => ({
    emptyIsAbsent: (name, at) => !(at === 'token' && name === 'grant_type') && correct.emptyIsAbsent(name, at),
    grantTypeNamed: (name) => correct.grantTypeNamed(name === '' ? 'authorization_code' : name),
  }),
});
