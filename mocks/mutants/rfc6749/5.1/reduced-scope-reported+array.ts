import { mutant } from '../../../authorization-server/mutant.js';

export default mutant({
  fault: 'The scope is an array',
  breaks: ['rfc6749/5.1/reduced-scope-reported'],
  replace: { scopeMember: (granted) => granted },
});
