import { mutant } from '../../../authorization-server/mutant.js';

export default mutant({
  fault: 'The response names a type that nobody asked for',
  breaks: ['rfc6749/5.1/token-type-present'],
  replace: { tokenTypeMember: 'mac' },
});
