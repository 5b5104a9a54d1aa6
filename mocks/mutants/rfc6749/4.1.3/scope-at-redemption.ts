import { mutant } from '../../../authorization-server/mutant.js';

export default mutant({
  fault: 'The scope of the token request counts',
  breaks: ['rfc6749/4.1.3/scope-at-redemption'],
  replace: ({ splitScope }) => ({ scopeAtRedemption: (granted, named) => (named === undefined ? granted : splitScope(named)) }),
});
